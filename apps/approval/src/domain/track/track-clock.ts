import { addDays, startOfDay, type Instant, type LegalDate } from '@onewindow/kernel';
import {
  deriveClock,
  EXTENSION,
  lampOn as lampOfClock,
  promised,
  STATUTORY,
  warningDays,
  type Approver,
  type ClockEvent,
  type ClockRule,
  type ClockState,
  type ExtensionRule,
  type WarningThreshold,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import { plainDueDate, type DueDate } from '../due-date.js';
import type { ApproverRole } from '../officers.js';

/** A term of an item, and where it is written. */
export interface TermOfTrack {
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
  readonly source: string;
  /** What the item's own law says of an extension; absent: 许可法 42①. */
  readonly extension?: OwnExtension;
}

export interface OwnExtension {
  /** 0: that law gives none. */
  readonly maxDays: number;
  readonly approver: ApproverRole;
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

export const statutoryRule = ({ unit, days, source, extension }: TermOfTrack): ClockRule => ({
  ...STATUTORY.decision,
  term: { unit, days },
  article: source,
  extension: extensionRule(extension),
});

const extensionRule = (own: OwnExtension | undefined): ExtensionRule | null => {
  if (own === undefined) return EXTENSION.single;
  if (own.maxDays === 0) return null;
  return { maxDays: own.maxDays, approver: APPROVER_OF[own.approver], article: own.source };
};

/** The name that the clock has for each head. */
export const APPROVER_OF = {
  'agency-head': 'agency-head',
  'government-head': 'head-of-government',
} as const satisfies Record<ApproverRole, Approver>;

export const promisedRule = ({ unit, days, source }: TermOfTrack): ClockRule =>
  promised({ unit, days }, source);

export function datesOf(
  terms: TermsOfTrack,
  events: readonly ClockEvent[],
  { calendar, thresholds }: Counting,
): TrackDates {
  const clock = deriveClock(statutoryRule(terms.statutory), events, calendar);
  const statutory = plainDueDate(clock.due);
  const warnFrom = warningOf(clock, { calendar, thresholds });
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

/** As of when the clock runs low: never on the day of the acceptance itself, on which nobody can be late. */
function warningOf(clock: ClockState, { calendar, thresholds }: Counting): Instant | undefined {
  const [blue] = warningDays(clock, calendar, [blueAt(thresholds)]);
  if (blue === undefined) return undefined;
  return startOfDay(blue.on > clock.startedOn ? blue.on : addDays(clock.startedOn, 1));
}

const blueAt = ({
  warnAtShareLeft,
  warnAtWorkingDaysLeft,
}: WarningThresholds): WarningThreshold => ({
  lamp: 'blue',
  workingDaysLeft: warnAtWorkingDaysLeft,
  shareLeft: warnAtShareLeft,
});

/** Blue: the term runs low. Yellow: it ends today. Red: it is over. None while there is nothing to warn of. */
export function lampOn(
  { terms, clock }: { readonly terms: TermsOfTrack; readonly clock: readonly ClockEvent[] },
  today: LegalDate,
  { calendar, thresholds }: Counting,
): 'blue' | 'yellow' | 'red' | undefined {
  const state = deriveClock(statutoryRule(terms.statutory), clock, calendar);
  const lamp = lampOfClock(state, today, calendar, [
    blueAt(thresholds),
    { lamp: 'yellow', workingDaysLeft: 0 },
    { lamp: 'red', workingDaysLeft: -1 },
  ]);
  return lamp === 'grey' || lamp === 'green' ? undefined : lamp;
}
