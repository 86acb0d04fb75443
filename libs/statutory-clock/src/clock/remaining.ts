import { addDays } from '@onewindow/kernel';
import type { LegalDate } from '@onewindow/kernel';
import { dayNumber } from '../calendar/day-number.js';
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
  if (clock.due.kind !== 'halted') return daysUntilDue(clock, on, clock.dayUnit, calendar);
  const lastRunning = addDays(clock.due.since, -1);
  const used = countedDays(
    dayNumber(clock.startedOn),
    dayNumber(on < lastRunning ? on : lastRunning),
    clock.dayUnit,
    calendar,
    unionOf(endedIntervals(clock)),
  );
  return used === null ? null : clock.termDays - used;
}

/** Working days left after a day whatever the term is counted in; null while it stands still or is open. */
export const workingDaysLeft = (
  clock: ClockState,
  on: LegalDate,
  calendar: WorkingCalendar,
): number | null => daysUntilDue(clock, on, 'working-day', calendar);

function daysUntilDue(
  { due, startedOn, ...clock }: ClockState,
  on: LegalDate,
  unit: DayTerm['unit'],
  calendar: WorkingCalendar,
): number | null {
  if (due.kind !== 'date') return null;
  const last = dayNumber(due.date);
  if (on > due.date) {
    const over = countedDays(last, dayNumber(on), unit, calendar);
    return over === null ? null : Math.min(-1, -over);
  }
  const from = dayNumber(on < startedOn ? startedOn : on);
  return countedDays(from, last, unit, calendar, unionOf(endedIntervals(clock)));
}
