import { busRefusals } from '@onewindow/bus';

/** Lets a few do a piece of work at once, lets some more wait, and refuses the rest as `busy`. */
export class FewAtOnce {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.most) await this.turn();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  /** Whoever ends hands the place on, so nobody can slip in between. */
  private turn(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) throw busRefusals.refuse('busy');
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
