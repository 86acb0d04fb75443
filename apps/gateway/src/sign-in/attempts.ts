interface Count {
  taken: number;
  readonly endsAt: number;
}

/** Counts attempts under a key within a window of time. Bounded: what is counted longest is forgotten first. */
export class Attempts {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly mostKeys = 20_000,
  ) {}

  /** Milliseconds until the next attempt is allowed; 0 when it is allowed now. */
  waitFor(key: string, now: number): number {
    const count = this.current(key, now);
    return count === undefined || count.taken < this.most ? 0 : count.endsAt - now;
  }

  take(key: string, now: number): void {
    const count = this.current(key, now);
    if (count !== undefined) count.taken += 1;
    else this.begin(key, { taken: 1, endsAt: now + this.windowMs });
  }

  /** An attempt that turned out well does not count. */
  giveBack(key: string, now: number): void {
    const count = this.current(key, now);
    if (count !== undefined) count.taken -= 1;
  }

  private current(key: string, now: number): Count | undefined {
    const count = this.counts.get(key);
    return count === undefined || count.endsAt <= now ? undefined : count;
  }

  private begin(key: string, count: Count): void {
    this.counts.delete(key);
    const [oldest = ''] = this.counts.keys();
    if (this.counts.size >= this.mostKeys) this.counts.delete(oldest);
    this.counts.set(key, count);
  }
}
