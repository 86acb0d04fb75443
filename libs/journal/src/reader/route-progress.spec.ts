import fc from 'fast-check';
import { RouteProgress } from './route-progress.js';

const seed = Date.now();

describe('The progress on a route', () => {
  it('knows what comes next, what is known and where a hole is', () => {
    const progress = new RouteProgress(5);

    expect(progress.judge({ position: 9, previousOnRoute: 5 })).toBe('next');
    expect(progress.judge({ position: 5, previousOnRoute: 2 })).toBe('known');
    expect(progress.judge({ position: 12, previousOnRoute: 9 })).toBe('hole');
  });

  it('is applied up to the first message that is not, in whatever order they are handled', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1 }),
        fc.infiniteStream(fc.nat()),
        (drawn, chance) => {
          const positions = drawn.toSorted((one, other) => one - other);
          const progress = new RouteProgress(0);
          for (const position of positions) progress.takeIn(position);
          const left = [...positions];
          while (left.length > 0) {
            const [done] = left.splice((chance.next().value ?? 0) % left.length, 1);
            progress.done(done!);
            const before = positions.filter((position) => position < (left[0] ?? Infinity));
            expect(progress.applied).toBe(before.at(-1) ?? 0);
            expect(progress.outstanding).toBe(left.length);
          }
        },
      ),
      { seed },
    );
  });
});

console.info(`seed ${seed}`);
