import fc from 'fast-check';
import { Lanes } from './lanes.js';

const seed = Date.now();

describe('Lanes', () => {
  it('keep the order within a lane, whatever takes how long and fails', async () => {
    const work = fc.record({
      lane: fc.constantFrom('a', 'b', 'c'),
      ticks: fc.integer({ min: 0, max: 4 }),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(work),
        fc.integer({ min: 1, max: 3 }),
        async (works, concurrency) => {
          const lanes = new Lanes(concurrency);
          const begun: number[] = [];
          let running = 0;
          const runs = works.map(({ lane, ticks, fails }, index) =>
            lanes.run(lane, async () => {
              begun.push(index);
              running += 1;
              expect(running).toBeLessThanOrEqual(concurrency);
              for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
              running -= 1;
              if (fails) throw new Error('fails');
            }),
          );
          const outcomes = await Promise.allSettled(runs);
          expect(outcomes.map((each) => each.status === 'rejected')).toEqual(
            works.map((each) => each.fails),
          );
          for (const lane of ['a', 'b', 'c']) {
            const own = begun.filter((index) => works[index]?.lane === lane);
            expect(own).toEqual(own.toSorted((one, other) => one - other));
          }
        },
      ),
      { seed },
    );
  });

  it('know when all is done', async () => {
    const lanes = new Lanes(1);
    const done: string[] = [];
    void lanes.run('a', async () => void done.push('a'));
    void lanes.run('b', async () => void done.push('b'));
    await lanes.settled();

    expect(done).toEqual(['a', 'b']);
  });
});

console.info(`seed ${seed}`);
