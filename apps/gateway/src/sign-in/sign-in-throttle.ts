import { gatewayRefusals, PassingRefusal } from '../problems/gateway-refusals.js';
import { Attempts } from './attempts.js';

const WINDOW_MS = 5 * 60_000;
/** An account attacked from many addresses, or many accounts from one, are let go on longer: others share the fate. */
const WIDER = 10;

export interface SignInAttempt {
  readonly account: string;
  readonly address: string;
}

/**
 * Slows down the guessing of passwords. Every attempt counts from its beginning, so that many at once are not free, and a successful one
 * is given back.
 */
export class SignInThrottle {
  private readonly ofPair: Attempts;
  private readonly ofAccount: Attempts;
  private readonly ofAddress: Attempts;

  constructor(
    limit: number,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.ofPair = new Attempts(limit, WINDOW_MS);
    this.ofAccount = new Attempts(limit * WIDER, WINDOW_MS);
    this.ofAddress = new Attempts(limit * WIDER, WINDOW_MS);
  }

  /** Throws the refusal `sign-in-throttled` without trying the password; otherwise returns what the attempt came to. */
  async attempt<Result>(
    who: SignInAttempt,
    work: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    const counters = this.countersOf(who);
    const waitMs = Math.max(
      ...counters.map(([attempts, key]) => attempts.waitFor(key, this.now())),
    );
    if (waitMs > 0) {
      const refusal = gatewayRefusals.refuse('sign-in-throttled');
      throw new PassingRefusal(refusal, Math.ceil(waitMs / 1000));
    }
    for (const [attempts, key] of counters) attempts.take(key, this.now());
    const result = await work();
    if (result !== undefined) {
      for (const [attempts, key] of counters) attempts.giveBack(key, this.now());
    }
    return result;
  }

  private countersOf({
    account,
    address,
  }: SignInAttempt): readonly (readonly [Attempts, string])[] {
    return [
      [this.ofPair, `${address}\n${account}`],
      [this.ofAccount, account],
      [this.ofAddress, address],
    ];
  }
}
