import { Refusal } from '@onewindow/kernel';
import { AGENCIES, at, EXCLUDED, exampleDraw, SEED, TERMS } from '../test/example.js';
import { drawFile, drawNotice, freezeList } from './index.js';

const file = exampleDraw();
const { notice } = file;

function refusalOf(act: () => unknown): { code: string; unmet: string[] } {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal)
      return { code: error.code, unmet: error.unmet.map(({ rule, path }) => `${rule} ${path}`) };
  }
  throw new Error('it was not refused');
}

describe('A notice', () => {
  it('binds the seed to its project', () => {
    const next = drawNotice({ ...TERMS, project: 'ZJ-371500-2026-000018' }, SEED);

    expect(next.seedCommitment).not.toBe(notice.seedCommitment);
  });

  it('is refused with everything that is malformed', () => {
    const terms = { ...TERMS, title: ' ', closesAt: at('11-19 09:00') };

    expect(refusalOf(() => drawNotice(terms, 'short'))).toEqual({
      code: 'draw-notice-not-usable',
      unmet: [
        'field-malformed notice.title',
        'field-malformed notice.closesAt',
        'field-malformed seed',
      ],
    });
  });

  it('is refused when its times contradict each other', () => {
    const publicValue = { ...TERMS.publicValue, appearsAt: at('11-15T13:15') };
    const terms = { ...TERMS, closesAt: at('11-16T01:00'), publicValue };

    expect(refusalOf(() => drawNotice(terms, SEED)).unmet).toEqual([
      'closing-not-after-notice notice.closesAt',
      'public-value-known-before-closing notice.publicValue.appearsAt',
    ]);
  });
});

describe('A list', () => {
  const freeze = (list: Partial<Parameters<typeof freezeList>[0]>) =>
    freezeList({ notice, frozenAt: at('11-19T09:00'), entries: AGENCIES, ...list });

  it('is sorted and keeps neither order nor spelling of its making', () => {
    expect(freeze({ entries: [...AGENCIES].reverse() })).toEqual(freeze({}));
  });

  it('counts for its project alone', () => {
    const other = drawNotice({ ...TERMS, project: 'ZJ-371500-2026-000018' }, SEED);

    expect(freeze({ notice: other }).hash).not.toBe(freeze({}).hash);
  });

  it('is refused with everything that is wrong with it', () => {
    const [first] = AGENCIES;
    const twice = {
      entries: [...AGENCIES, first!],
      excluded: [{ ...EXCLUDED, ...first! }],
      frozenAt: at('11-19T08:00'),
    };

    expect(refusalOf(() => freeze(twice))).toEqual({
      code: 'draw-list-not-usable',
      unmet: [
        expect.stringContaining('agency-listed-twice list.entries.'),
        'agency-listed-and-excluded list.excluded.0.creditCode',
        'list-frozen-before-closing list.frozenAt',
      ],
    });
    expect(refusalOf(() => freeze({ entries: [] })).unmet).toEqual(['list-empty list.entries']);
    expect(refusalOf(() => freeze({ frozenAt: at('11-20T00:00') })).unmet).toEqual([
      'list-frozen-after-public-value list.frozenAt',
    ]);
    expect(refusalOf(() => freeze({ entries: [{ ...first!, creditCode: 'x' }] })).unmet).toEqual([
      'field-malformed list.entries.0.creditCode',
    ]);
  });
});

describe('A draw', () => {
  it('is refused with every fault that a stranger would find', () => {
    const record = {
      ...file,
      seed: '1'.repeat(64),
      publicValue: { ...file.publicValue, issue: '2026134', value: 'none' },
      drawnAt: at('11-19T14:00'),
    };

    expect(refusalOf(() => drawFile(record))).toEqual({
      code: 'draw-not-possible',
      unmet: [
        'seed-not-committed seed',
        'public-value-from-elsewhere publicValue.issue',
        'public-value-out-of-form publicValue.value',
        'drawn-too-early drawnAt',
      ],
    });
  });

  it('is refused without a public value', () => {
    const record = { ...file, publicValue: { ...file.publicValue, value: '' } };

    expect(refusalOf(() => drawFile(record)).unmet).toEqual([
      'public-value-missing publicValue.value',
    ]);
  });
});
