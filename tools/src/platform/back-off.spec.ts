import { crashesInARow, pauseAfter } from './back-off.js';

describe('Starting a crashed service again', () => {
  it('waits twice as long after each crash in a row, and never longer than ten seconds', () => {
    expect([1, 2, 3, 7, 60].map(pauseAfter)).toEqual([200, 400, 800, 10_000, 10_000]);
  });

  it('counts from one again after half a minute without a crash', () => {
    expect(crashesInARow(4, 29_999)).toBe(5);
    expect(crashesInARow(4, 30_000)).toBe(1);
  });
});
