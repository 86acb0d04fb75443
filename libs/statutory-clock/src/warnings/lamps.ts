import { addDays, daysBetween } from '@onewindow/kernel';
import type { LegalDate } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { ClockState } from '../clock/derive-clock.js';
import { remainingDays, workingDaysLeft } from '../clock/remaining.js';

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
  if (clock.metOn !== null || clock.due.kind !== 'date') return 'grey';
  const reached = thresholds.filter((threshold) => isReached(threshold, clock, on, calendar));
  return reached.at(-1)?.lamp ?? 'green';
}

/** The first day of each lamp, to be armed as a deadline; empty where no date is known or the act is done. */
export function warningDays(
  clock: ClockState,
  calendar: WorkingCalendar,
  thresholds: readonly WarningThreshold[] = DEFAULT_THRESHOLDS,
): { lamp: Lamp; on: LegalDate }[] {
  if (clock.metOn !== null || clock.due.kind !== 'date') return [];
  return thresholds.map((threshold) => ({
    lamp: threshold.lamp,
    on: firstDay(clock, (on) => isReached(threshold, clock, on, calendar)),
  }));
}

function isReached(
  { workingDaysLeft: days, shareLeft }: WarningThreshold,
  clock: ClockState,
  on: LegalDate,
  calendar: WorkingCalendar,
): boolean {
  const left = workingDaysLeft(clock, on, calendar);
  if (left === null) return clock.due.kind === 'date' && on > clock.due.date;
  if (left <= days) return true;
  if (shareLeft === undefined) return false;
  const remaining = remainingDays(clock, on, calendar);
  return remaining !== null && remaining / clock.termDays <= shareLeft;
}

/** What is left only shrinks, so the first day is found by halving. */
function firstDay({ startedOn, due }: ClockState, reached: (on: LegalDate) => boolean): LegalDate {
  const last = due.kind === 'date' ? addDays(due.date, 1) : startedOn;
  let [low, high] = [0, daysBetween(startedOn, last)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(addDays(startedOn, middle))) high = middle;
    else low = middle + 1;
  }
  return addDays(startedOn, low);
}
