import { addDays } from '@onewindow/kernel';
import { d } from '../../test/clocks.js';
import { isWorking, next } from '../../test/day-by-day.js';
import { PUBLISHED_YEARS } from './published-years.js';
import { readYearTable } from './read-year-table.js';
import { WorkingCalendar } from './working-calendar.js';
import type { YearTable } from './year-table.js';

const calendar = WorkingCalendar.published();
const [, , year2026] = PUBLISHED_YEARS;
const aTable = (changes: Partial<YearTable> = {}): YearTable => {
  if (year2026 === undefined) throw new Error('2026 ships with the library');
  return { ...year2026, ...changes };
};
const rulesOf = (input: unknown): string[] => {
  try {
    readYearTable(input);
    return [];
  } catch (error) {
    return String(error).match(/(?<=^- )[a-z-]+/gm) ?? [];
  }
};

describe('The published calendar', () => {
  it('agrees with the lists of days off on every day', () => {
    for (let day = '2024-01-01'; day < '2027-01-01'; day = next(day)) {
      expect([day, calendar.isWorkingDay(d(day))]).toEqual([day, isWorking(day)]);
    }
  });

  it.each(PUBLISHED_YEARS.map((table) => [table.year, table] as const))(
    'of %i is acceptable as if an administrator loaded it',
    (_year, table) => {
      expect(readYearTable(JSON.parse(JSON.stringify(table)))).toEqual(table);
      expect(table.source.documentNumber).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
    },
  );

  it('names what every day is', () => {
    expect(calendar.kindOf(d('2026-02-14'))).toEqual({ kind: 'make-up-working-day' });
    expect(calendar.kindOf(d('2026-02-16'))).toMatchObject({
      kind: 'holiday',
      name: { zh: '春节' },
    });
    expect(calendar.kindOf(d('2026-03-01'))).toEqual({ kind: 'weekend' });
    expect(calendar.kindOf(d('2026-03-02'))).toEqual({ kind: 'working-day' });
  });

  it('never guesses a year that is not published', () => {
    expect(calendar.kindOf(d('2027-01-04'))).toEqual({ kind: 'unpublished', missingYear: 2027 });
    expect(() => calendar.isWorkingDay(d('2027-01-04'))).toThrow('calendar-year-not-published');
  });
});

describe('A calendar of year tables', () => {
  it('takes the highest version of a year', () => {
    const amended = aTable({ version: 2, makeUpWorkdays: [] });
    const newer = WorkingCalendar.of([amended, aTable()]);

    expect(newer.version).toBe('2026.2');
    expect(newer.isWorkingDay(d('2026-02-14'))).toBe(false);
  });

  it('lets the notice of a year reach into the December before it', () => {
    const name = { zh: '元旦', en: 'New Year' };
    const next2027 = aTable({
      year: 2027,
      holidays: [{ name, from: d('2026-12-31'), to: d('2027-01-02') }],
      makeUpWorkdays: [d('2026-12-26')],
    });
    const both = WorkingCalendar.of([aTable(), next2027]);

    expect(both.isWorkingDay(d('2026-12-31'))).toBe(false);
    expect(both.isWorkingDay(d('2026-12-26'))).toBe(true);
  });

  it('believes the later notice where two years speak of one day, in whatever order they come', () => {
    const name = { zh: '元旦', en: 'New Year' };
    const worked = aTable({ makeUpWorkdays: [d('2026-12-26')] });
    const off = aTable({
      year: 2027,
      holidays: [{ name, from: d('2026-12-26'), to: d('2026-12-27') }],
      makeUpWorkdays: [],
    });

    expect(WorkingCalendar.of([off, worked]).isWorkingDay(d('2026-12-26'))).toBe(false);
    expect(WorkingCalendar.of([worked, off]).isWorkingDay(d('2026-12-26'))).toBe(false);
  });

  it('adds the days of a region only for that region', () => {
    const regional = [
      {
        region: '45',
        source: { title: '三月三放假的通知', documentNumber: '桂政办电〔2026〕1号' },
        holidays: [
          { name: { zh: '三月三', en: 'March Third' }, from: d('2026-04-20'), to: d('2026-04-21') },
        ],
        makeUpWorkdays: [],
      },
    ];
    const tables = [aTable({ regional })];

    expect(WorkingCalendar.of(tables, '450100').isWorkingDay(d('2026-04-20'))).toBe(false);
    expect(WorkingCalendar.of(tables, '371500').isWorkingDay(d('2026-04-20'))).toBe(true);
    expect(WorkingCalendar.of(tables, '450100').version).toBe('2026.1 region:450100');
  });

  it('does not count across a year that is missing in between', () => {
    const gap = WorkingCalendar.of(PUBLISHED_YEARS.filter(({ year }) => year !== 2025));

    expect(gap.kindOf(d('2025-06-03')).kind).toBe('unpublished');
    expect(gap.kindOf(d('2026-06-03')).kind).toBe('working-day');
    expect(gap.isPublished(addDays(d('2025-01-01'), -1))).toBe(true);
  });
});

describe('Loading a calendar', () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      'nothing',
      null,
      [
        'whole-number',
        'whole-number',
        'text-given',
        'text-given',
        'list-given',
        'list-given',
        'whole-number',
      ],
    ],
    [
      'a date that does not exist',
      { ...aTable(), makeUpWorkdays: ['2026-02-30'] },
      ['date-exists'],
    ],
    [
      'no document number',
      aTable({ source: { title: '通知', documentNumber: ' ' } }),
      ['text-given'],
    ],
    [
      'a forgotten make-up day',
      aTable({ makeUpWorkdays: aTable().makeUpWorkdays.slice(1) }),
      ['working-days-add-up'],
    ],
    [
      'a make-up day that is worked anyway',
      aTable({ makeUpWorkdays: [...aTable().makeUpWorkdays, d('2026-03-02')] }),
      ['make-up-day-is-a-weekend-day'],
    ],
    [
      'a holiday of another year, twice, backward',
      aTable({
        holidays: [
          ...aTable().holidays,
          { name: { zh: '节', en: 'day' }, from: d('2028-05-03'), to: d('2028-05-01') },
          { name: { zh: '节', en: 'day' }, from: d('2026-10-07'), to: d('2026-10-07') },
        ],
      }),
      [
        'date-within-year',
        'date-within-year',
        'holiday-ends-after-it-begins',
        'holidays-do-not-overlap',
      ],
    ],
  ])('is refused for %s', (_what, input, rules) => {
    expect(rulesOf(input)).toEqual(rules);
  });
});
