import { Refusal } from '@onewindow/kernel';
import { FewAtOnce } from '../http/few-at-once.js';
import { gatewayRefusals, PassingRefusal } from '../problems/gateway-refusals.js';
import { Attempts } from '../sign-in/attempts.js';

const WINDOW_MS = 5 * 60_000;
/** A number that is guessed at from many addresses is let go on longer: its applicant shares the fate. */
const WIDER = 20;

export interface CodeAttempt {
  /** Number of the application or the case. */
  readonly number: string;
  readonly address: string;
}

/** Of one address; others wait, so that guessing many at once brings nothing and asking for several pages at once is no guessing. */
const AT_ONCE = 4;
const WAITING = 100;

/** Slows down the guessing of query codes: what is refused for its number or its code counts, and nothing else. */
export class CodeThrottle {
  private readonly ofAddress: Attempts;
  private readonly ofNumber: Attempts;
  private readonly lines = new Map<string, { readonly line: FewAtOnce; inside: number }>();

  constructor(
    limit: number,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.ofAddress = new Attempts(limit, WINDOW_MS);
    this.ofNumber = new Attempts(limit * WIDER, WINDOW_MS);
  }

  /** Throws the refusal `codes-throttled` without asking anybody. */
  async attempt<Result>(who: CodeAttempt, work: () => Promise<Result>): Promise<Result> {
    const { address } = who;
    const known = this.lines.get(address) ?? { line: new FewAtOnce(AT_ONCE, WAITING), inside: 0 };
    this.lines.set(address, known);
    known.inside += 1;
    try {
      return await known.line.run(() => this.counted(who, work));
    } finally {
      known.inside -= 1;
      if (known.inside === 0) this.lines.delete(address);
    }
  }

  private async counted<Result>(
    { address, number }: CodeAttempt,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const waits = [
      this.ofAddress.waitFor(address, this.now()),
      this.ofNumber.waitFor(number, this.now()),
    ];
    const waitMs = Math.max(...waits);
    if (waitMs > 0) {
      const refusal = gatewayRefusals.refuse('codes-throttled');
      throw new PassingRefusal(refusal, Math.ceil(waitMs / 1000));
    }
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal && error.code === 'progress-not-found') {
        this.ofAddress.take(address, this.now());
        this.ofNumber.take(number, this.now());
      }
      throw error;
    }
  }
}
