import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { chiSquaredTail, deviation } from '../test/chi-squared.js';
import { AGENCIES, exampleDraw } from '../test/example.js';
import { holdsFor } from '../test/seeded.js';
import { rankBy } from './ranking.js';

const DRAWS = 100_000;
/** A fair draw fails this once in a million seeds; the seed is fixed, so it fails always or never. */
const LEAST_LIKELY = 1e-6;
const SEED_OF_KEYS = 'onewindow 2026';

const creditCodeOf = (index: number) => `91371500MA${String(index).padStart(8, '0')}`;
const codes = Array.from({ length: 5 }, (_, index) => creditCodeOf(index));
const keyOf = (run: number) => createHash('sha256').update(`${SEED_OF_KEYS} ${run}`).digest('hex');
const key = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((b) => Buffer.from(b).toString('hex'));
const someCodes = fc
  .uniqueArray(fc.nat(999_999), { minLength: 1, maxLength: 30 })
  .map((numbers) => numbers.map(creditCodeOf));
const namesOf = (ranking: ReturnType<typeof rankBy>) => ranking.map(({ creditCode }) => creditCode);

describe('A ranking', () => {
  it(`is uniform: every agency comes in every place equally often in ${DRAWS} draws`, () => {
    const counts = codes.map(() => codes.map(() => 0));
    for (let run = 0; run < DRAWS; run += 1) {
      for (const { place, creditCode } of rankBy(keyOf(run), codes)) {
        counts[codes.indexOf(creditCode)]![place - 1]! += 1;
      }
    }
    const expected = DRAWS / codes.length;
    const first = deviation(
      counts.map(([firsts]) => firsts!),
      expected,
    );
    // The rows and columns of a table of places add up to the same, which makes its statistic this much larger.
    const everyPlace = (deviation(counts.flat(), expected) * (codes.length - 1)) / codes.length;
    const ofFirst = chiSquaredTail(first, codes.length - 1);
    const ofEveryPlace = chiSquaredTail(everyPlace, (codes.length - 1) ** 2);
    process.stderr.write(
      `keys from "${SEED_OF_KEYS}": first place chi2=${first.toFixed(2)} p=${ofFirst.toFixed(3)}, ` +
        `every place chi2=${everyPlace.toFixed(2)} p=${ofEveryPlace.toFixed(3)}\n`,
    );

    expect(ofFirst).toBeGreaterThan(LEAST_LIKELY);
    expect(ofEveryPlace).toBeGreaterThan(LEAST_LIKELY);
  });

  it('would be noticed if one agency were drawn one time in fifty too often', () => {
    const expected = DRAWS / 5;
    const loaded = [expected * 1.02 * 1.02, ...Array<number>(4).fill(expected * 0.98989)];

    expect(chiSquaredTail(deviation(loaded, expected), 4)).toBeLessThan(LEAST_LIKELY);
  });

  it('does not depend on the order in which agencies are given', () => {
    const shuffled = someCodes.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    holdsFor(
      fc.property(key, shuffled, (drawnBy, [given, otherwise]) => {
        expect(rankBy(drawnBy, otherwise)).toEqual(rankBy(drawnBy, given));
      }),
      200,
    );
  });

  it('numbers every agency once, from the lowest score to the highest', () => {
    holdsFor(
      fc.property(key, someCodes, (drawnBy, given) => {
        const ranking = rankBy(drawnBy, given);
        const scores = ranking.map(({ score }) => score);

        expect(namesOf(ranking).sort()).toEqual([...given].sort());
        expect(scores).toEqual([...scores].sort());
        expect(ranking.map(({ place }) => place)).toEqual(given.map((_, index) => index + 1));
      }),
      200,
    );
  });

  it('keeps the order of the substitutes when one falls out', () => {
    holdsFor(
      fc.property(key, someCodes, fc.nat(), (drawnBy, given, which) => {
        const out = given[which % given.length];
        const left = given.filter((code) => code !== out);

        expect(namesOf(rankBy(drawnBy, left))).toEqual(
          namesOf(rankBy(drawnBy, given)).filter((code) => code !== out),
        );
      }),
      200,
    );
  });

  it('gives the only agency the first place', () => {
    expect(namesOf(rankBy(keyOf(0), [codes[0]!]))).toEqual([codes[0]]);
  });
});

describe('A whole draw', () => {
  it('does not depend on the order in which agencies signed up', () => {
    const orders = fc.shuffledSubarray([...AGENCIES], { minLength: AGENCIES.length });
    holdsFor(
      fc.property(orders, (entries) => {
        expect(exampleDraw(entries)).toEqual(exampleDraw());
      }),
      30,
    );
  });
});
