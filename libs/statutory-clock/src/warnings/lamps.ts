import type { LegalDate } from '@onewindow/kernel';
import { dateOfDay, dayNumber } from '../calendar/day-number.js';
import type { DayNumber } from '../calendar/day-number.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { ClockState } from '../clock/derive-clock.js';
import { daysLeftOf } from '../clock/remaining.js';

/** Grey 灰 says nothing: done, standing still, or without a known date. */
export type Lamp = 'grey' | 'green' | 'blue' | 'yellow' | 'red';

/** Lights a lamp when either bound is reached. Data of an item or a place. */
export interface WarningThreshold {
  readonly lamp: 'blue' | 'yellow' | 'red';
  /** Lit when so many working days, or fewer, are left; 0 is the last day, -1 is over. */
  readonly workingDaysLeft: number;
  /** Lit when so small a share of the term, or less, is left; from 0 to 1. */
  readonly shareLeft?: number;
}

/** Blue reminds, yellow is the last day, red is over; a place sets its own. Mildest first. */
export const DEFAULT_THRESHOLDS: readonly WarningThreshold[] = [
  { lamp: 'blue', workingDaysLeft: 1, shareLeft: 0.2 },
  { lamp: 'yellow', workingDaysLeft: 0 },
  { lamp: 'red', workingDaysLeft: -1 },
];

/** The lamp of a clock on a day: the last threshold of the list that is reached. */
export function lampOn(
  clock: ClockState,
  on: LegalDate,
  calendar: WorkingCalendar,
  thresholds: readonly WarningThreshold[] = DEFAULT_THRESHOLDS,
): Lamp {
  const reached = reachedBy(clock, calendar);
  if (reached === null) return 'grey';
  const day = dayNumber(on);
  return thresholds.filter((threshold) => reached(threshold, day)).at(-1)?.lamp ?? 'green';
}

/** The first day of each lamp, to be armed as a deadline; empty where no date is known or the act is done. */
export function warningDays(
  clock: ClockState,
  calendar: WorkingCalendar,
  thresholds: readonly WarningThreshold[] = DEFAULT_THRESHOLDS,
): { lamp: WarningThreshold['lamp']; on: LegalDate }[] {
  const reached = reachedBy(clock, calendar);
  if (reached === null || clock.due.kind !== 'date') return [];
  const first = dayNumber(clock.startedOn);
  const due = dayNumber(clock.due.date);
  return thresholds.map((threshold) => ({
    lamp: threshold.lamp,
    on: dateOfDay(firstDay(first, furthest(due, threshold), (day) => reached(threshold, day))),
  }));
}

type Reached = (threshold: WarningThreshold, on: DayNumber) => boolean;

/** Null where there is nothing to warn of: the act is done, or no date is known. */
function reachedBy(clock: ClockState, calendar: WorkingCalendar): Reached | null {
  if (clock.metOn !== null || clock.due.kind !== 'date') return null;
  const last = dayNumber(clock.due.date);
  const working = daysLeftOf(clock, 'working-day', calendar);
  const ofTerm = daysLeftOf(clock, clock.dayUnit, calendar);
  return ({ workingDaysLeft: days, shareLeft }, on) => {
    const left = working(on);
    if (left === null) return on > last;
    if (left <= days) return true;
    if (shareLeft === undefined) return false;
    const remaining = ofTerm(on);
    return remaining !== null && remaining / clock.termDays <= shareLeft;
  };
}

/** The day after the last, or late enough for a lamp that is lit some working days after it. */
const furthest = (due: DayNumber, { workingDaysLeft: days }: WarningThreshold): DayNumber =>
  due + 1 + (days < -1 ? 15 - 3 * days : 0);

/** What is left only shrinks, so the first day is found by halving. */
function firstDay(
  first: DayNumber,
  last: DayNumber,
  reached: (on: DayNumber) => boolean,
): DayNumber {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
