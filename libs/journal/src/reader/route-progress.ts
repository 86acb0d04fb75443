/** How far one route is taken in and applied. Positions of a route rise with gaps: the others belong to other routes. */
export class RouteProgress {
  private readonly open: { readonly position: number; done: boolean }[] = [];
  private readonly byPosition = new Map<number, { readonly position: number; done: boolean }>();
  private appliedUpTo: number;
  private receivedUpTo: number;

  constructor(applied: number) {
    this.appliedUpTo = applied;
    this.receivedUpTo = applied;
  }

  /** Everything on the route up to here is handled. */
  get applied(): number {
    return this.appliedUpTo;
  }

  /** Everything on the route up to here was taken in. */
  get received(): number {
    return this.receivedUpTo;
  }

  get outstanding(): number {
    return this.byPosition.size;
  }

  isOutstanding(position: number): boolean {
    return this.byPosition.has(position);
  }

  /** `known`: it was taken in before. `hole`: something before it on the route is missing. */
  judge(message: {
    readonly position: number;
    readonly previousOnRoute: number;
  }): 'next' | 'known' | 'hole' {
    if (message.position <= this.receivedUpTo) return 'known';
    return message.previousOnRoute <= this.receivedUpTo ? 'next' : 'hole';
  }

  takeIn(position: number): void {
    const taken = { position, done: false };
    this.open.push(taken);
    this.byPosition.set(position, taken);
    this.receivedUpTo = position;
  }

  done(position: number): void {
    const taken = this.byPosition.get(position);
    if (taken === undefined) return;
    taken.done = true;
    this.byPosition.delete(position);
    while (this.open[0]?.done === true) this.appliedUpTo = this.open.shift()?.position ?? 0;
  }
}
