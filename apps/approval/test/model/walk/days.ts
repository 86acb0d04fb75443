import { addDays, weekday, type LegalDate } from '@onewindow/kernel';

/** The days off of 2026 and the weekends that are worked, copied from 国办发明电〔2025〕7号 and not from the clock under test. */
const OFF: readonly (readonly [string, string])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];
const WORKED = new Set([
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
]);

const isWorkingDay = (day: LegalDate): boolean =>
  WORKED.has(day) ||
  (weekday(day) % 6 !== 0 && !OFF.some(([from, to]) => from <= day && day <= to));

export interface Days {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

export interface Term {
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
}

/** The last day of a term, counted day by day on the fingers: the first day and the days that a procedure took do not count. */
export function lastDayOf(start: LegalDate, term: Term, excluded: readonly Days[]): LegalDate {
  const counts = (day: LegalDate) => !excluded.some(({ from, to }) => from <= day && day <= to);
  let day = start;
  for (let left = term.days; left > 0;) {
    day = addDays(day, 1);
    if (counts(day) && (term.unit === 'calendar-day' || isWorkingDay(day))) left -= 1;
  }
  // A term in natural days does not end on a day off (民法典 203).
  while (term.days > 0 && (!isWorkingDay(day) || !counts(day))) day = addDays(day, 1);
  return day;
}
