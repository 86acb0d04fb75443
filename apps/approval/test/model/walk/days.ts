import { addDays, type LegalDate } from '@onewindow/kernel';
import { isWorkingDay, OF_2026, type Calendar, type Days } from './calendar.js';

export interface Term {
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
}

/** A last day; or where it takes a day of a year that is not published, the first day of which nobody knows whether it counts. */
export type LastDay =
  { readonly day: LegalDate } | { readonly day?: never; readonly notBefore: LegalDate };

/** The last day of a term, counted day by day on the fingers: the first day and the days that a procedure took do not count. */
export function lastDayIn(
  calendar: Calendar,
  start: LegalDate,
  term: Term,
  excluded: readonly Days[] = [],
): LastDay {
  const counts = (day: LegalDate) => !excluded.some(({ from, to }) => from <= day && day <= to);
  let day = start;
  for (let left = term.days; left > 0;) {
    day = addDays(day, 1);
    if (!counts(day)) continue;
    const isCounted = term.unit === 'calendar-day' || isWorkingDay(calendar, day);
    if (isCounted === undefined) return { notBefore: day };
    if (isCounted) left -= 1;
  }
  // A term in natural days does not end on a day off (民法典 203).
  while (term.days > 0) {
    if (counts(day)) {
      const isKnown = isWorkingDay(calendar, day);
      if (isKnown === undefined) return { notBefore: day };
      if (isKnown) break;
    }
    day = addDays(day, 1);
  }
  return { day };
}

/** On the calendar of 2026 as it was published first; for terms that do not leave that year. */
export function lastDayOf(start: LegalDate, term: Term, excluded: readonly Days[]): LegalDate {
  const { day } = lastDayIn(OF_2026, start, term, excluded);
  if (day === undefined) throw new RangeError(`a term from ${start} leaves the year`);
  return day;
}
