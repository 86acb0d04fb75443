import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkingCalendar } from '@onewindow/statutory-clock';
import { answerCase } from './answer-case.js';
import type { RawCase } from './raw-case.js';

const calendar = WorkingCalendar.published();
const WORKED_CASES = join(
  import.meta.dirname,
  '../../../libs/statutory-clock/test/worked-cases.json',
);
const cases = JSON.parse(readFileSync(WORKED_CASES, 'utf8')) as RawCase[];

const aCase = (changes: RawCase = {}): RawCase => ({
  id: 'case',
  lawArticle: '行政许可法42.1',
  start: '2026-03-02T09:00:00+08:00',
  unit: 'workingDay',
  days: 20,
  suspensions: [],
  ...changes,
});
const rulesOf = (changes: RawCase): string[] =>
  answerCase(aCase(changes), calendar).error?.unmet.map(({ rule }) => rule) ?? [];

describe('A worked case', () => {
  it.each(cases.map((each) => [String(each['id']), each] as const))(
    'is answered as expected: %s',
    (_id, each) => {
      const answer = answerCase(each, calendar);

      expect(answer.error).toBeUndefined();
      expect(answer.due).toBe(each['expectedDue']);
      expect(answer.notBefore).toBe(each['expectedNotBefore']);
      for (const field of ['baseDue', 'deemedAccepted', 'lastWorkingDayOnOrBefore'] as const) {
        expect(answer[field]).toBe(each[field]);
      }
      if (each['rawLastDay'] !== undefined) expect(answer.rawLastDay).toBe(each['rawLastDay']);
      expect(answer.missingYear).toBe(each['missingYear']);
    },
  );

  it('says why in counted ranges', () => {
    expect(answerCase(aCase({ days: 6 }), calendar).why).toContain(
      '计入：2026-03-03~03-06(4) 2026-03-09~03-10(6)',
    );
  });
});

describe('A malformed case', () => {
  it('is refused with everything that is wrong', () => {
    const rules = rulesOf({
      start: '2026-02-30T09:00:00+08:00',
      days: 1.5,
      suspensions: [
        { kind: '公示', from: '2026-03-05', to: '2026-03-04' },
        { kind: '听证', from: '2026-13-01', to: '2026-03-04' },
      ],
    });

    expect(rules).toEqual([
      'date-exists',
      'whole-number-of-days',
      'procedure-stops-the-clock',
      'suspension-ends-after-it-begins',
      'date-exists',
    ]);
  });

  it.each([
    ['an unknown unit', { unit: 'weeks' }, ['unit-known']],
    ['no days', { days: 0 }, ['whole-number-of-days']],
    ['days counted back without saying so', { days: -5 }, ['whole-number-of-days']],
    ['an hour that does not exist', { start: '2026-03-02T25:00:00+08:00' }, ['date-exists']],
    ['an unknown direction', { direction: 'sideways' }, ['direction-known']],
    [
      'a suspension before the start',
      { suspensions: [{ kind: '听证', from: '2026-02-27', to: '2026-03-03' }] },
      ['suspended-not-before-start'],
    ],
    [
      'an expiry before the start',
      { unit: 'untilExpiry', days: null, expiry: '2026-03-01' },
      ['expiry-not-before-start'],
    ],
    ['an extension as long as the whole', { extensionDays: 20 }, ['extension-shorter-than-term']],
    [
      'an extension longer than article 42 allows',
      { days: 31, extensionDays: 11 },
      ['extension-within-maximum'],
    ],
    [
      'an extension approved after the term, by the wrong person',
      {
        days: 30,
        extension: { days: 10, approvedOn: '2026-03-31', approver: '本级人民政府负责人' },
      },
      ['extension-approved-in-time', 'extension-approved-by-the-right-head'],
    ],
    [
      'an extension without approval',
      { days: 30, extensionDays: 10, extensionApproved: false },
      ['extension-approved'],
    ],
    ['a unit that every object has', { unit: 'constructor' }, ['unit-known']],
    [
      'a suspended term counted back',
      {
        direction: 'backward',
        suspensions: [{ kind: '听证', from: '2026-03-03', to: '2026-03-03' }],
      },
      ['backward-term-not-suspended'],
    ],
    [
      'a second extension',
      { days: 30, extensions: [{ days: 10 }, { days: 10 }] },
      ['extended-once'],
    ],
  ])('is refused for %s', (_why, changes, rules) => {
    expect(rulesOf(changes)).toEqual(rules);
  });

  it.each([
    ['42①', 30, 10],
    ['42.1', 30, 10],
    ['第四十二条第一款', 30, 10],
    ['行政许可法 42', 30, 10],
    [undefined, 30, 10],
    ['42②', 60, 15],
    ['许可法42.2', 60, 15],
    ['行政许可法 42', 60, 15],
    [undefined, 60, 15],
  ])(
    'of article 42, written as %s, is bound by its approver and its days (%s with %s)',
    (lawArticle, days, extensionDays) => {
      const right = extensionDays === 10 ? 'agency-head' : 'head-of-government';
      const wrong = extensionDays === 10 ? 'head-of-government' : 'agency-head';
      const extended = (approver: string, more = 0) =>
        rulesOf({
          lawArticle,
          days: days + more,
          extension: { days: extensionDays + more, approvedOn: '2026-03-20', approver },
        });

      expect(extended(right)).toEqual([]);
      expect(extended(wrong)).toEqual(['extension-approved-by-the-right-head']);
      expect(extended(right, 1)).toEqual(['extension-within-maximum']);
    },
  );

  it('does not keep the others from being answered', () => {
    const answers = [3, aCase()].map((each) => answerCase(each, calendar));

    expect(answers.map(({ due }) => due)).toEqual([null, '2026-03-30']);
    expect(answers[0]?.error?.unmet[0]?.rule).toBe('case-is-an-object');
  });
});

describe('A term counted back', () => {
  it.each([
    ['article 50 means the end of the day', { lawArticle: '行政许可法50.1' }, '2026-02-27'],
    ['an expiry means the end of its day', { expiry: '2026-03-02' }, '2026-02-27'],
    ['a hearing means the start of its day', { lawArticle: '行政许可法48.1(1)' }, '2026-02-26'],
    ['the case may say what it means', { anchor: 'expiry' }, '2026-02-27'],
  ])('%s', (_what, changes, due) => {
    expect(answerCase(aCase({ direction: 'backward', days: -2, ...changes }), calendar).due).toBe(
      due,
    );
  });
});

describe('A term counted back from an expiry', () => {
  it('needs no start of its own', () => {
    const { due, error } = answerCase(
      {
        id: 'renewal',
        lawArticle: '行政许可法50.1',
        unit: 'workingDay',
        days: 30,
        direction: 'backward',
        expiry: '2026-03-15',
      },
      calendar,
    );

    expect(error).toBeUndefined();
    expect(due).toBe('2026-01-26');
  });
});

describe('A moment', () => {
  it.each([
    ['in another zone', '2026-03-01T17:00:00Z', '2026-03-30'],
    ['without a zone is Shanghai time', '2026-03-02T23:30:00', '2026-03-30'],
    ['that is only a date', '2026-03-02', '2026-03-30'],
  ])('%s falls on the right day', (_how, start, due) => {
    expect(answerCase(aCase({ start }), calendar).due).toBe(due);
  });
});
