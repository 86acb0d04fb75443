/** Aggregates that this process is committing right now: to decide on their old state would be work for nothing. */
export class Air {
  private readonly landing = new Map<string, Promise<void>>();

  /** Resolves when none of the keys is in the air. */
  async clear(keys: readonly string[]): Promise<void> {
    for (;;) {
      const key = keys.find((each) => this.landing.has(each));
      if (key === undefined) return;
      await this.landing.get(key);
    }
  }

  /** The keys are in the air until the returned function is called. */
  take(keys: readonly string[]): () => void {
    let land: () => void = () => undefined;
    const landed = new Promise<void>((resolve) => {
      land = resolve;
    });
    for (const key of keys) this.landing.set(key, landed);
    return () => {
      for (const key of keys) if (this.landing.get(key) === landed) this.landing.delete(key);
      land();
    };
  }
}
