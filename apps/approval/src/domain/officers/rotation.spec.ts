import fc from 'fast-check';
import { on } from '../../../test/fixtures.js';
import { lastOfficers, type MatterHad } from './rotation.js';

const SEED = 20_261_122;

/** The matters of one applicant by their numbers, of which a higher one was given out later. */
const had = (number: number, officer: string, item = 'drainage'): MatterHad => ({
  caseNumber: `case-${number}`,
  trackId: `case-${number}:${item}`,
  since: on(`2026-11-${String(number).padStart(2, '0')}`),
  officer,
});

describe('The last matters of an applicant', () => {
  it('are had by whom they were given to since they were read', () => {
    const read = [had(4, 'qian'), had(3, 'qian'), had(2, 'qian'), had(1, 'zhou')];

    expect(lastOfficers(read, [had(3, 'xu')], 'case-5', 3)).toEqual(['qian', 'xu', 'qian']);
  });

  it('count in the order in which they were given out, however they are listed', () => {
    const read = [had(4, 'qian'), had(2, 'qian')];

    expect(lastOfficers(read, [had(1, 'xu'), had(3, 'zhou')], 'case-5', 3)).toEqual([
      'qian',
      'zhou',
      'qian',
    ]);
  });

  it('are others than the one that is given out: that it was somebody’s who left breaks nobody’s row', () => {
    const read = [had(4, 'xu'), had(3, 'left'), had(2, 'xu'), had(1, 'xu')];

    expect(lastOfficers(read, [], 'case-3', 3)).toEqual(['xu', 'xu', 'xu']);
  });

  it('do not count the other tracks of the same case', () => {
    const read = [had(3, 'xu', 'sign'), had(2, 'qian')];

    expect(lastOfficers(read, [had(3, 'xu', 'food')], 'case-3', 3)).toEqual(['qian']);
  });

  it('are the same whether they were read or given out in between', () => {
    const matters = fc.uniqueArray(
      fc.record({ number: fc.integer({ min: 1, max: 9 }), officer: fc.constantFrom('a', 'b') }),
      { selector: ({ number }) => number },
    );
    fc.assert(
      fc.property(matters, fc.nat(9), fc.integer({ min: 1, max: 4 }), (all, cut, most) => {
        const every = all.map(({ number, officer }) => had(number, officer));

        expect(lastOfficers(every.slice(0, cut), every.slice(cut), 'case-0', most)).toEqual(
          lastOfficers(every, [], 'case-0', most),
        );
      }),
      { seed: SEED },
    );
  });
});
