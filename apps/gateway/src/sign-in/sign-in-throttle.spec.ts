import { type PassingRefusal } from '../problems/gateway-refusals.js';
import { Attempts } from './attempts.js';
import { SignInThrottle } from './sign-in-throttle.js';

const MINUTE = 60_000;

function aThrottle(limit = 3) {
  const clock = { now: 0 };
  const throttle = new SignInThrottle(limit, () => clock.now);
  let tried = 0;
  const attempt = (account: string, address: string, isRight: boolean) =>
    throttle
      .attempt({ account, address }, async () => {
        tried += 1;
        return isRight ? 'in' : undefined;
      })
      .then(
        (result) => result ?? 'wrong',
        (error: unknown) => error as PassingRefusal,
      );
  return { clock, attempt, tried: () => tried };
}

describe('Guessing a password', () => {
  it('is stopped after a few attempts, without trying more', async () => {
    const { attempt, tried } = aThrottle();
    for (let count = 0; count < 3; count += 1) await attempt('lin', '1.1.1.1', false);

    const stopped = await attempt('lin', '1.1.1.1', true);

    expect(stopped).toMatchObject({ code: 'sign-in-throttled', retryAfterSeconds: 300 });
    expect(tried()).toBe(3);
  });

  it('may go on when the window is over', async () => {
    const { attempt, clock } = aThrottle();
    for (let count = 0; count < 4; count += 1) await attempt('lin', '1.1.1.1', false);
    clock.now += 5 * MINUTE;

    expect(await attempt('lin', '1.1.1.1', true)).toBe('in');
  });

  it('does not lock the account for its owner elsewhere', async () => {
    const { attempt } = aThrottle();
    for (let count = 0; count < 10; count += 1) await attempt('lin', '6.6.6.6', false);

    expect(await attempt('lin', '1.1.1.1', true)).toBe('in');
  });

  it('from many addresses is stopped as well, later', async () => {
    const { attempt, tried } = aThrottle();
    for (let count = 0; count < 100; count += 1)
      await attempt('lin', `6.6.6.${String(count)}`, false);

    expect(tried()).toBe(30);
  });

  it('of many accounts from one address is stopped as well', async () => {
    const { attempt, tried } = aThrottle();
    for (let count = 0; count < 100; count += 1)
      await attempt(`user${String(count)}`, '6.6.6.6', false);

    expect(tried()).toBe(30);
  });

  it('many times at once is no way around', async () => {
    const { attempt, tried } = aThrottle();

    await Promise.all(Array.from({ length: 50 }, () => attempt('lin', '6.6.6.6', false)));

    expect(tried()).toBe(3);
  });

  it('is nothing that a right password counts for', async () => {
    const { attempt } = aThrottle();

    for (let count = 0; count < 50; count += 1)
      expect(await attempt('lin', '1.1.1.1', true)).toBe('in');
  });
});

describe('Counted attempts', () => {
  it('are forgotten in the order they began when there are too many keys', () => {
    const attempts = new Attempts(1, MINUTE, 2);
    for (const key of ['a', 'b', 'c']) attempts.take(key, 0);

    expect(['a', 'b', 'c'].map((key) => attempts.waitFor(key, 0))).toEqual([0, MINUTE, MINUTE]);
  });
});
