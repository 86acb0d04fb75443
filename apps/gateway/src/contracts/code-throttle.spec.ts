import { Refusal } from '@onewindow/kernel';
import { CodeThrottle } from './code-throttle.js';

const LIMIT = 3;
const AT_ONCE = 4;
const refusal = (code: string) => new Refusal(code, 'not-found', { zh: '没有', en: 'Not found' });

function aThrottle() {
  const time = { now: 0 };
  const throttle = new CodeThrottle(LIMIT, () => time.now);
  let asked = 0;
  const attempt = (address: string, outcome: 'right' | 'wrong' | 'no-date', number = 'C-1') =>
    throttle
      .attempt({ address, number }, async () => {
        asked += 1;
        await Promise.resolve();
        if (outcome === 'wrong') throw refusal('progress-not-found');
        if (outcome === 'no-date') throw refusal('date-not-set');
        return 'shown';
      })
      .catch((error: unknown) => (error as Refusal).code);
  return { time, attempt, asked: () => asked };
}

describe('Guessing query codes', () => {
  it('is stopped after a few wrong ones from an address, whatever the number', async () => {
    const { attempt, asked } = aThrottle();
    for (const number of ['C-1', 'C-2', 'C-3']) {
      expect(await attempt('a', 'wrong', number)).toBe('progress-not-found');
    }

    expect(await attempt('a', 'right', 'C-4')).toBe('codes-throttled');
    expect(asked()).toBe(LIMIT);
    expect(await attempt('b', 'right')).toBe('shown');
  });

  it('brings next to nothing when many are tried at once', async () => {
    const { attempt, asked } = aThrottle();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => attempt('a', 'wrong')));

    expect(asked()).toBeLessThan(LIMIT + AT_ONCE);
    expect(outcomes.filter((each) => each === 'codes-throttled')).toHaveLength(50 - asked());
  });

  it('is not what somebody does who asks for many pages at once', async () => {
    const { attempt } = aThrottle();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => attempt('a', 'right')));

    expect(new Set(outcomes)).toEqual(new Set(['shown']));
  });

  it('is stopped for one number, too, when it comes from many addresses', async () => {
    const { attempt } = aThrottle();
    for (let index = 0; index < LIMIT * 20; index += 1) await attempt(`a${String(index)}`, 'wrong');

    expect(await attempt('fresh', 'right')).toBe('codes-throttled');
    expect(await attempt('fresh', 'right', 'C-2')).toBe('shown');
  });

  it('is forgotten after five minutes, and says how long that is', async () => {
    const { time, attempt } = aThrottle();
    for (let index = 0; index < LIMIT; index += 1) await attempt('a', 'wrong');
    time.now = 5 * 60_000 - 1;
    expect(await attempt('a', 'right')).toBe('codes-throttled');

    time.now += 1;
    expect(await attempt('a', 'right')).toBe('shown');
  });

  it('does not count what was right, nor what was refused for another reason', async () => {
    const { attempt } = aThrottle();
    for (let index = 0; index < 10; index += 1) {
      expect(await attempt('a', 'right')).toBe('shown');
      expect(await attempt('a', 'no-date')).toBe('date-not-set');
    }
  });
});
