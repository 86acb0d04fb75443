import * as fc from 'fast-check';
import { holdsFor } from '../test/seeded.js';
import { addFen, fen, fenFromYuan, formatYuan } from './money.js';

const anyAmount = fc.maxSafeInteger().map(fen);

describe('An amount of money', () => {
  it.each([
    ['0', 0],
    ['0.5', 50],
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    [' 80 ', 8_000],
    ['-0.01', -1],
    ['1,234,567.89', 123_456_789],
  ])('is read as people write it: %s', (text, amount) => {
    expect(fenFromYuan(text)).toBe(amount);
  });

  it.each([
    '',
    '.5',
    '1.',
    '1.234',
    '12,34',
    '1,2345',
    '1e3',
    '１',
    '0x10',
    '--1',
    '1 000',
    '99999999999999999',
  ])('is not read from %j', (text) => {
    expect(() => fenFromYuan(text)).toThrow(RangeError);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('is never %d fen', (amount) => {
    expect(() => fen(amount)).toThrow(RangeError);
  });

  it('is never minus zero, which JSON cannot tell from zero', () => {
    expect(Object.is(fen(-0), 0)).toBe(true);
    expect(Object.is(fenFromYuan('-0.00'), 0)).toBe(true);
  });

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [100, '1.00'],
    [123_456_789, '1,234,567.89'],
    [-100_000, '-1,000.00'],
  ])('is written with thousands and two decimals: %d', (amount, text) => {
    expect(formatYuan(fen(amount))).toBe(text);
  });

  it('is read back from what was written', () => {
    holdsFor(fc.property(anyAmount, (amount) => fenFromYuan(formatYuan(amount)) === amount));
  });

  it('adds up exactly or not at all', () => {
    expect(addFen()).toBe(0);
    expect(addFen(fen(10), fen(20), fen(-5))).toBe(25);
    holdsFor(
      fc.property(fc.array(anyAmount, { maxLength: 5 }), (amounts) => {
        const exact = amounts.reduce((sum, each) => sum + BigInt(each), 0n);
        try {
          return BigInt(addFen(...amounts)) === exact;
        } catch (error) {
          return error instanceof RangeError;
        }
      }),
    );
  });
});
