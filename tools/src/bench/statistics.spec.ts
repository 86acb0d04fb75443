import fc from 'fast-check';
import { middleOf, quantile, spreadOf } from './statistics.js';

describe('statistics of a run', () => {
  it('takes quantiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(hundred)).toEqual({
      count: 100,
      mean: 50.5,
      p50: 50,
      p95: 95,
      p99: 99,
      max: 100,
    });
  });

  it('gives zeros where nothing was measured', () => {
    expect(spreadOf([])).toEqual({ count: 0, mean: 0, p50: 0, p95: 0, p99: 0, max: 0 });
  });

  it('names a measured value that at least the share does not exceed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, share) => {
          const sorted = [...values].sort((a, b) => a - b);
          const found = quantile(sorted, share);
          const notAbove = sorted.filter((each) => each <= found).length;
          expect(sorted).toContain(found);
          expect(notAbove).toBeGreaterThanOrEqual(share * sorted.length - 1e-9);
        },
      ),
      { seed: 20261122 },
    );
  });

  it('tells the middle of two runs and how far they lie apart', () => {
    expect(middleOf([90, 110])).toEqual({ middle: 100, share: 0.1 });
  });
});
