/** Lets those who have run into each other take turns, in the order in which they came; whoever has met nobody passes by. */
export class Contention {
  private readonly tails = new Map<string, Promise<void>>();

  /** Waits for the turn on all the keys and returns what gives it away. */
  async enter(keys: readonly string[]): Promise<() => void> {
    const leaves: (() => void)[] = [];
    // In one order, so that two who want the same keys cannot wait for each other.
    for (const key of keys.toSorted()) {
      const before = this.tails.get(key);
      let leave: () => void = () => undefined;
      const gone = new Promise<void>((resolve) => {
        leave = resolve;
      });
      this.tails.set(key, gone);
      leaves.push(() => {
        if (this.tails.get(key) === gone) this.tails.delete(key);
        leave();
      });
      await before;
    }
    return () => {
      for (const leave of leaves) leave();
    };
  }
}
