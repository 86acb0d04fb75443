import { isLegalDate, weekday } from '@onewindow/kernel';
import type { LegalDate, UnmetRule } from '@onewindow/kernel';
import { WorkingCalendar } from './working-calendar.js';
import { firstDayOfYear } from './day-number.js';
import type { YearTable } from './year-table.js';

type Days = Pick<YearTable, 'holidays' | 'makeUpWorkdays'>;

/**
 * What the dates of a table have to meet, so that a typing error does not move thousands of others. Dates that do not exist are
 * passed over, and they are counted only when all of them could be read.
 */
export const unmetByTable = (table: YearTable, isReadable: boolean): UnmetRule[] => [
  ...unmetByDays(table, table.year, ''),
  ...(table.regional ?? []).flatMap((days, at) => unmetByDays(days, table.year, `regional.${at}.`)),
  ...repeatedRegions(table),
  ...(isReadable ? miscounted(table) : []),
];

function unmetByDays({ holidays, makeUpWorkdays }: Days, year: number, path: string): UnmetRule[] {
  const dates = [
    ...holidays.flatMap(({ from, to }, at) => [
      { date: from, path: `${path}holidays.${at}.from` },
      { date: to, path: `${path}holidays.${at}.to` },
    ]),
    ...makeUpWorkdays.map((date, at) => ({ date, path: `${path}makeUpWorkdays.${at}` })),
  ];
  return [
    ...dates
      .filter(({ date }) => isLegalDate(date) && !isNear(date, year))
      .map((each) => outside(each, year)),
    ...holidays.flatMap(({ from, to }, at) =>
      isLegalDate(from) && isLegalDate(to) && to < from
        ? [reversed(`${path}holidays.${at}.to`)]
        : [],
    ),
    ...overlapping(holidays, path),
    ...makeUpWorkdays.flatMap((date, at) =>
      makeUpWorkdays.indexOf(date) < at ? [listedTwice(date, `${path}makeUpWorkdays.${at}`)] : [],
    ),
    ...makeUpWorkdays.flatMap((date, at) =>
      workedAnyway(date, holidays, `${path}makeUpWorkdays.${at}`),
    ),
  ];
}

/** A notice may reach into the last days of December before, or the first of January after. */
const isNear = (date: LegalDate, year: number): boolean =>
  `${year - 1}-12-20` <= date && date <= `${year + 1}-01-10`;

const overlapping = (holidays: YearTable['holidays'], path: string): UnmetRule[] =>
  holidays.flatMap(({ from, to }, at) =>
    holidays.slice(0, at).some((other) => other.from <= to && from <= other.to)
      ? [overlap(`${path}holidays.${at}`)]
      : [],
  );

function workedAnyway(date: LegalDate, holidays: YearTable['holidays'], path: string): UnmetRule[] {
  if (!isLegalDate(date)) return [];
  const holiday = holidays.some(({ from, to }) => from <= date && date <= to);
  const weekend = weekday(date) % 6 === 0;
  return weekend && !holiday ? [] : [notWeekend(date, path)];
}

const repeatedRegions = ({ regional = [] }: YearTable): UnmetRule[] =>
  regional.flatMap(({ region }, at) =>
    regional.findIndex((each) => each.region === region) < at ? [regionTwice(region, at)] : [],
  );

function miscounted(table: YearTable): UnmetRule[] {
  const calendar = WorkingCalendar.of([table]);
  const first = firstDayOfYear(table.year);
  const count = calendar.countAfter(first - 1, firstDayOfYear(table.year + 1) - 1);
  return count === table.workingDayCount ? [] : [wrongCount(table.workingDayCount, count)];
}

const listedTwice = (date: LegalDate, path: string): UnmetRule => ({
  rule: 'make-up-day-listed-once',
  path,
  message: {
    zh: `调休上班日 ${date} 列了两次，请删去一个。`,
    en: `The make-up working day ${date} is listed twice; remove one.`,
  },
});

const regionTwice = (region: string, at: number): UnmetRule => ({
  rule: 'region-listed-once',
  path: `regional.${at}.region`,
  message: {
    zh: `地区 ${region} 列了两次，请合并。`,
    en: `The region ${region} is listed twice; make it one.`,
  },
});

const outside = ({ date, path }: { date: LegalDate; path: string }, year: number): UnmetRule => ({
  rule: 'date-within-year',
  path,
  message: { zh: `${date} 不在 ${year} 年内。`, en: `${date} is not a day of ${year}.` },
});

const reversed = (path: string): UnmetRule => ({
  rule: 'holiday-ends-after-it-begins',
  path,
  message: { zh: '假期结束日早于开始日。', en: 'The holiday ends before it begins.' },
});

const overlap = (path: string): UnmetRule => ({
  rule: 'holidays-do-not-overlap',
  path,
  message: { zh: '假期与另一假期重叠。', en: 'The holiday overlaps another.' },
});

const notWeekend = (date: LegalDate, path: string): UnmetRule => ({
  rule: 'make-up-day-is-a-weekend-day',
  path,
  message: {
    zh: `调休上班日 ${date} 须是假期以外的周六或周日。`,
    en: `A make-up working day must be a Saturday or Sunday outside of the holidays; ${date} is not.`,
  },
});

const wrongCount = (given: number, count: number): UnmetRule => ({
  rule: 'working-days-add-up',
  path: 'workingDayCount',
  message: {
    zh: `所填工作日总数为 ${given}，按所列日期计算为 ${count}，请核对日期。`,
    en: `The table says ${given} working days, its dates make ${count}; check the dates.`,
  },
});
