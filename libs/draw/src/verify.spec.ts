import * as fc from 'fast-check';
import { altered, leavesOf, withValueAt, type OpenFile } from '../test/copies.js';
import { at, exampleDraw } from '../test/example.js';
import { holdsFor } from '../test/seeded.js';
import { hashDrawFile } from './draw-file.js';
import { DRAW_FAULTS, verifyDrawFile, type DrawFaultName } from './index.js';
import { hashList } from './list.js';
import { commitSeed, hashNotice } from './notice.js';
import { draw } from './ranking.js';

const file = exampleDraw();
const namesOf = (document: unknown, published = {}) =>
  verifyDrawFile(document, published).map(({ fault }) => fault);

/** Makes every hash right again after an alteration, as a forger does who knows this library. */
function rehash(copy: OpenFile): void {
  copy.notice.seedCommitment = commitSeed(copy.notice.project, copy.seed);
  copy.notice.hash = hashNotice(copy.notice);
  copy.list.hash = hashList(copy.notice.project, copy.list);
  Object.assign(copy, draw({ ...copy, publicValue: copy.publicValue.value }));
  copy.hash = hashDrawFile(copy);
}

type Alteration = (copy: OpenFile) => void;

const other = '0'.repeat(64);
const clumsy: readonly [what: string, alter: Alteration, faults: readonly DrawFaultName[]][] = [
  [
    'another agency on the list',
    ({ list }) => (list.entries[0]!.creditCode = '12500112MB9K0Q4H1D'),
    ['list-changed', 'ranking-not-of-list'],
  ],
  [
    'an agency struck off the list',
    ({ list }) => list.entries.shift(),
    ['list-changed', 'ranking-not-of-list'],
  ],
  ['another name', ({ list }) => (list.entries[1]!.name = '别的公司'), ['list-changed']],
  [
    'an exclusion with other reasons',
    ({ list }) => (list.excluded[0]!.reasons[0]!.zh = '与项目业主有利害关系。'),
    ['list-changed'],
  ],
  ['an exclusion forgotten', ({ list }) => list.excluded.pop(), ['list-changed']],
  ['the list in another order', ({ list }) => list.entries.reverse(), ['list-not-sorted']],
  [
    'another seed',
    (copy) => (copy.seed = other),
    ['seed-not-committed', 'key-changed', 'score-changed', 'file-changed'],
  ],
  [
    'another commitment',
    ({ notice }) => (notice.seedCommitment = other),
    ['notice-changed', 'seed-not-committed'],
  ],
  [
    'another public value',
    ({ publicValue }) => (publicValue.value = '03 07 12 19 26 31 + 10'),
    ['key-changed', 'score-changed', 'file-changed'],
  ],
  ['no public value', ({ publicValue }) => (publicValue.value = ''), ['public-value-missing']],
  [
    'another agency in first place',
    ({ ranking }) => ranking.push(ranking.shift()!),
    ['result-changed', 'order-changed', 'file-changed'],
  ],
  [
    'the substitutes exchanged',
    ({ ranking }) => ranking.push(...ranking.splice(1, 1)),
    ['order-changed', 'file-changed'],
  ],
  [
    'a substitute forgotten',
    ({ ranking }) => ranking.pop(),
    ['ranking-not-of-list', 'file-changed'],
  ],
  ['another time of the draw', (copy) => (copy.drawnAt = at('11-20T02:00')), ['file-changed']],
  ['another title', ({ notice }) => (notice.title = '别的项目'), ['notice-changed']],
  [
    'another project',
    ({ notice }) => (notice.project = 'ZJ-371500-2026-000018'),
    ['notice-changed', 'seed-not-committed', 'list-changed', 'key-changed'],
  ],
];

const skilful: readonly [what: string, alter: Alteration, fault: DrawFaultName][] = [
  [
    'sign-up that closes before the notice',
    ({ notice }) => (notice.closesAt = at('11-15T09:00')),
    'closing-not-after-notice',
  ],
  [
    'a public value that is known at closing',
    ({ notice }) => (notice.publicValue.appearsAt = at('11-19T09:00')),
    'public-value-known-before-closing',
  ],
  [
    'a list that was frozen before closing',
    ({ list }) => (list.frozenAt = at('11-19T08:59')),
    'list-frozen-before-closing',
  ],
  [
    'a list that was frozen when the public value was known',
    ({ list }) => (list.frozenAt = at('11-19T13:15')),
    'list-frozen-after-public-value',
  ],
  ['an empty list', ({ list }) => (list.entries = []), 'list-empty'],
  [
    'an agency that stands on the list twice',
    ({ list }) => list.entries.push({ ...list.entries.at(-1)! }),
    'agency-listed-twice',
  ],
  [
    'an agency that is listed and excluded',
    ({ list }) => (list.excluded[0]!.creditCode = list.entries[0]!.creditCode),
    'agency-listed-and-excluded',
  ],
  [
    'the value of another publication',
    ({ publicValue }) => (publicValue.publication = '上海证券交易所收盘公告'),
    'public-value-from-elsewhere',
  ],
  [
    'the value of another issue',
    ({ publicValue }) => (publicValue.issue = '2026134'),
    'public-value-from-elsewhere',
  ],
  [
    'a value in another spelling',
    ({ publicValue }) => (publicValue.value = '3 7 12 19 26 31 9'),
    'public-value-out-of-form',
  ],
  [
    'a value that was read before it appeared',
    ({ publicValue }) => (publicValue.readAt = at('11-19T13:14')),
    'public-value-read-too-early',
  ],
  [
    'a draw before the value was read',
    (copy) => (copy.drawnAt = at('11-20T00:39')),
    'drawn-too-early',
  ],
];

const malformed: readonly [what: string, alter: Alteration, faults: readonly DrawFaultName[]][] = [
  ['another format', (copy) => Object.assign(copy, { format: 'draw/2' }), ['format-unknown']],
  ['a field too many', (copy) => Object.assign(copy, { winner: 'me' }), ['field-unknown']],
  ['no list', (copy) => Reflect.deleteProperty(copy, 'list'), ['field-missing']],
  [
    'several fields spoilt',
    (copy) => Object.assign(copy, { seed: 'AB', key: 7, ranking: {} }),
    ['field-malformed', 'field-malformed', 'field-malformed'],
  ],
  [
    'a time without zone',
    (copy) => Object.assign(copy, { drawnAt: '2026-11-20 01:00' }),
    ['field-malformed'],
  ],
  [
    'a date that does not exist',
    (copy) => Object.assign(copy, { drawnAt: '2026-02-30T00:00:00.000Z' }),
    ['field-malformed'],
  ],
  ['a place between places', ({ ranking }) => (ranking[0]!.place = 1.5), ['field-malformed']],
  [
    'a name with half a character',
    ({ list }) => (list.entries[0]!.name = '\ud83d'),
    ['field-malformed'],
  ],
  [
    'a name with a character that nobody sees',
    ({ list }) => (list.entries[0]!.name = '甲\u200b公司'),
    ['field-malformed'],
  ],
  [
    'no public value at all',
    (copy) => Object.assign(copy, { publicValue: null }),
    ['public-value-missing'],
  ],
];

describe('Verifying a draw file', () => {
  it('finds nothing wrong with a right one, also after a journey as text', () => {
    expect(namesOf(file)).toEqual([]);
    expect(namesOf(JSON.parse(JSON.stringify(file)))).toEqual([]);
  });

  it.each(clumsy)('names %s', (_, alter, faults) => {
    expect(namesOf(altered(file, alter))).toEqual(expect.arrayContaining([...faults]));
  });

  it.each(skilful)('names %s, though every hash is right', (_, alter, fault) => {
    const forged = altered(file, (copy) => {
      alter(copy);
      rehash(copy);
    });

    expect(namesOf(forged)).toContain(fault);
    expect(namesOf(forged)).not.toEqual(
      expect.arrayContaining([expect.stringContaining('changed')]),
    );
  });

  it.each(malformed)('names %s', (_, alter, faults) => {
    expect(namesOf(altered(file, alter))).toEqual(faults);
  });

  it('notices a file made anew by what was noted when notice and list were published', () => {
    const forged = altered(file, (copy) => {
      copy.seed = other;
      copy.list.entries.pop();
      rehash(copy);
    });
    const noted = { notice: file.notice.hash, list: file.list.hash };

    expect(namesOf(forged)).toEqual([]);
    expect(namesOf(forged, noted)).toEqual(['notice-not-as-published', 'list-not-as-published']);
    expect(namesOf(file, noted)).toEqual([]);
  });

  it('has an example for every fault it can name', () => {
    const shown = [
      ...[...clumsy, ...malformed].flatMap(([, , faults]) => faults),
      ...skilful.map(([, , fault]) => fault),
      ...(['not-a-draw-file', 'notice-not-as-published', 'list-not-as-published'] as const),
    ];

    expect([...new Set(shown)].sort()).toEqual(Object.keys(DRAW_FAULTS).sort());
  });

  it('speaks both languages and says where', () => {
    const [fault] = verifyDrawFile(altered(file, ({ notice }) => (notice.title = '别的项目')));

    expect(fault).toEqual({
      fault: 'notice-changed',
      step: 'notice',
      path: 'notice.hash',
      message: { zh: expect.stringContaining('公告'), en: expect.stringContaining('notice') },
    });
  });

  it('detects any single character that was changed', () => {
    const changes = fc.tuple(
      fc.constantFrom(...leavesOf(file)),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    holdsFor(
      fc.property(changes, ([{ path, value }, place, character]) => {
        const text = String(value);
        const index = place % text.length;
        fc.pre(text[index] !== character);
        const changed = text.slice(0, index) + character + text.slice(index + 1);

        expect(namesOf(withValueAt(file, path, changed))).not.toEqual([]);
      }),
      2000,
    );
  });

  it('detects any single value that was exchanged or removed', () => {
    holdsFor(
      fc.property(
        fc.constantFrom(...leavesOf(file)),
        fc.jsonValue(),
        ({ path, value }, instead) => {
          fc.pre(!Object.is(value, instead));

          expect(namesOf(withValueAt(file, path, instead))).not.toEqual([]);
          expect(namesOf(withValueAt(file, path, undefined))).not.toEqual([]);
        },
      ),
    );
  });

  it('never throws, whatever it is given', () => {
    expect(namesOf('')).toEqual(['not-a-draw-file']);
    holdsFor(
      fc.property(fc.anything(), (anything) => {
        expect(namesOf(anything)).not.toEqual([]);
      }),
    );
    const shaped = fc.record({
      format: fc.constant(file.format),
      notice: fc.oneof(fc.constant(file.notice), fc.anything()),
      list: fc.oneof(fc.constant(file.list), fc.anything()),
      seed: fc.oneof(fc.constant(file.seed), fc.anything()),
      publicValue: fc.oneof(fc.constant(file.publicValue), fc.anything()),
      ranking: fc.array(fc.anything()),
    });
    holdsFor(
      fc.property(shaped, (document) => {
        expect(namesOf(document)).not.toEqual([]);
      }),
    );
  });
});

describe('A file of one agency', () => {
  it('is a draw like any other', () => {
    const alone = exampleDraw(file.list.entries.slice(0, 1));

    expect(alone.ranking).toHaveLength(1);
    expect(namesOf(alone)).toEqual([]);
  });
});
