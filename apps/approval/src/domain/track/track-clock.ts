import { endOfDay, type Instant, type LegalDate } from '@onewindow/kernel';
import {
  countBackward,
  deriveClock,
  promised,
  STATUTORY,
  workingDays,
  type ClockEvent,
  type ClockRule,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import { plainDueDate, type DueDate } from '../due-date.js';

/** A term of an item, and where it is written. */
export interface TermOfTrack {
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
  readonly source: string;
}

export interface TermsOfTrack {
  readonly statutory: TermOfTrack;
  /** The place's own, shorter word 承诺时限. */
  readonly promised?: TermOfTrack;
}

/** When a running clock is said to run low: what is left is this share of the term, or so many working days. */
export interface WarningThresholds {
  readonly warnAtShareLeft: number;
  readonly warnAtWorkingDaysLeft: number;
}

/** Everything that counting needs beside the facts. */
export interface Counting {
  readonly calendar: WorkingCalendar;
  readonly thresholds: WarningThresholds;
}

/** What follows from the events of a track's clock: derived again after each, never patched. */
export interface TrackDates {
  readonly statutory: DueDate;
  readonly promised?: DueDate;
  /** Absent while a suspension reaches into a year that is not published. */
  readonly suspendedWorkingDays?: number;
  /** From when the statutory term runs low. */
  readonly warnFrom?: Instant;
  readonly calendarVersion: string;
}

export const statutoryRule = ({ unit, days, source }: TermOfTrack): ClockRule => ({
  ...STATUTORY.decision,
  term: { unit, days },
  article: source,
});

export const promisedRule = ({ unit, days, source }: TermOfTrack): ClockRule =>
  promised({ unit, days }, source);

export function datesOf(
  terms: TermsOfTrack,
  events: readonly ClockEvent[],
  { calendar, thresholds }: Counting,
): TrackDates {
  const clock = deriveClock(statutoryRule(terms.statutory), events, calendar);
  const statutory = plainDueDate(clock.due);
  const warnFrom =
    clock.due.kind === 'date'
      ? warningOf(terms.statutory, clock.startedOn, clock.due.date, { calendar, thresholds })
      : undefined;
  return {
    statutory,
    ...(terms.promised && {
      promised: plainDueDate(deriveClock(promisedRule(terms.promised), events, calendar).due),
    }),
    ...(clock.suspendedWorkingDays !== null && {
      suspendedWorkingDays: clock.suspendedWorkingDays,
    }),
    ...(warnFrom !== undefined && { warnFrom }),
    calendarVersion: clock.calendarVersion,
  };
}

/** The earlier of both thresholds, and not before the term runs at all. */
function warningOf(
  term: TermOfTrack,
  startedOn: LegalDate,
  due: LegalDate,
  { calendar, thresholds }: Counting,
): Instant | undefined {
  const leads = [
    { unit: term.unit, days: Math.floor(term.days * thresholds.warnAtShareLeft) },
    workingDays(thresholds.warnAtWorkingDaysLeft),
  ].filter(({ days }) => days > 0);
  const dates = leads.flatMap((lead) => {
    const latest = countBackward(due, 'end-of-day', lead, calendar);
    return latest.kind === 'date' ? [latest.date] : [];
  });
  const [earliest] = dates.sort();
  if (earliest === undefined) return undefined;
  return endOfDay(earliest < startedOn ? startedOn : earliest);
}
