import type { DayNumber } from '../calendar/day-number.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Span } from './spans.js';
import type { DayTerm } from './term.js';

/** Days of a term after one day, up to and including another; null where the calendar does not answer. */
export function countedDays(
  after: DayNumber,
  through: DayNumber,
  unit: DayTerm['unit'],
  calendar: WorkingCalendar,
  excluded: readonly Span[] = [],
): number | null {
  if (through <= after) return 0;
  if (unit === 'working-day' && calendar.publishedThrough(after + 1) < through) return null;
  const count = (a: DayNumber, b: DayNumber) =>
    unit === 'working-day' ? calendar.countAfter(a, b) : Math.max(0, b - a);
  return excluded.reduce(
    (total, { from, to }) =>
      total - count(Math.max(after, Math.min(from - 1, through)), Math.min(to, through)),
    count(after, through),
  );
}
