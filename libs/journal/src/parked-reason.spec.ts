import { reasonOf } from './parked-reason.js';

describe('The reason of what is set aside', () => {
  it('can be stored wherever a long one is cut', () => {
    const long = `x${'😀'.repeat(2_000)}`;

    expect(reasonOf(new Error(long)).isWellFormed()).toBe(true);
    expect(reasonOf(new Error(`y${long}`)).isWellFormed()).toBe(true);
    expect(reasonOf('a\0b')).toBe('a\ufffdb');
  });
});
