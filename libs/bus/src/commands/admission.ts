/** Bounds how many requests are handled at once, in total and for one caller, so that nobody takes every place. */
export class Admission {
  private readonly byCaller = new Map<string, number>();
  private total = 0;

  constructor(
    private readonly most: number,
    private readonly mostOf: (caller: string) => number,
  ) {}

  get inFlight(): number {
    return this.total;
  }

  /** Takes a place; false when there is none. */
  enter(caller: string): boolean {
    const ofCaller = this.byCaller.get(caller) ?? 0;
    if (this.total >= this.most || ofCaller >= this.mostOf(caller)) return false;
    this.byCaller.set(caller, ofCaller + 1);
    this.total += 1;
    return true;
  }

  leave(caller: string): void {
    const left = (this.byCaller.get(caller) ?? 1) - 1;
    if (left === 0) this.byCaller.delete(caller);
    else this.byCaller.set(caller, left);
    this.total -= 1;
  }
}
