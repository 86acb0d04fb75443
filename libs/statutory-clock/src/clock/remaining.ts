import type { LegalDate } from '@onewindow/kernel';
import { dayNumber } from '../calendar/day-number.js';
import type { DayNumber } from '../calendar/day-number.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { countedDays } from '../counting/count-days.js';
import { unionOf } from '../counting/spans.js';
import type { DayTerm } from '../counting/term.js';
import { endedIntervals } from './derive-clock.js';
import type { ClockState } from './derive-clock.js';

/**
 * Days of the term left after a day, in the days that the term is counted in: 0 on the last day,
 * negative once it is over, what was left while the clock stands still, null while the date is open.
 */
export function remainingDays(
  clock: ClockState,
  on: LegalDate,
  calendar: WorkingCalendar,
): number | null {
  const { due, startedOn, dayUnit, termDays } = clock;
  if (due.kind !== 'halted') return daysLeftOf(clock, dayUnit, calendar)(dayNumber(on));
  const until = Math.min(dayNumber(on), dayNumber(due.since) - 1);
  const excluded = unionOf(endedIntervals(clock));
  const used = countedDays(dayNumber(startedOn), until, dayUnit, calendar, excluded);
  return used === null ? null : termDays - used;
}

/** Working days left after a day whatever the term is counted in; null while it stands still or is open. */
export const workingDaysLeft = (
  clock: ClockState,
  on: LegalDate,
  calendar: WorkingCalendar,
): number | null => daysLeftOf(clock, 'working-day', calendar)(dayNumber(on));

/** What is left after any day, with everything that does not depend on the day worked out once. */
export function daysLeftOf(
  clock: ClockState,
  unit: DayTerm['unit'],
  calendar: WorkingCalendar,
): (on: DayNumber) => number | null {
  const { due } = clock;
  if (due.kind !== 'date') return () => null;
  const first = dayNumber(clock.startedOn);
  const last = dayNumber(due.date);
  const excluded = unionOf(endedIntervals(clock));
  return (on) => {
    if (on <= last) return countedDays(Math.max(on, first), last, unit, calendar, excluded);
    const over = countedDays(last, on, unit, calendar);
    return over === null ? null : Math.min(-1, -over);
  };
}
