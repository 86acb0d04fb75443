/** Work of one lane is done in order, lanes are served side by side, at most `concurrency` at a time. */
export class Lanes {
  private readonly tails = new Map<string, Promise<unknown>>();
  private readonly turns: (() => void)[] = [];
  private running = 0;

  constructor(private readonly concurrency: number) {}

  run<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.tails.get(lane);
    const result =
      before === undefined ? this.limited(work) : before.then(() => this.limited(work));
    const tail = result.then(nothing, nothing);
    this.tails.set(lane, tail);
    void tail.then(() => {
      if (this.tails.get(lane) === tail) this.tails.delete(lane);
    });
    return result;
  }

  /** Resolves when everything that was given so far has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.tails.values());
  }

  private async limited<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.concurrency) {
      await new Promise<void>((resolve) => this.turns.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.turns.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}

const nothing = () => undefined;
