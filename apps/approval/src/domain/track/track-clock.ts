import type { Instant, LegalDate } from '@onewindow/kernel';
import {
  deriveClock,
  EXTENSION,
  promised,
  SPECIAL_PROCEDURES,
  STATUTORY,
  type ClockEvent,
  type ClockRule,
  type ClockState,
  type Exclusion,
  type ExtensionRule,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import { APPROVER_OF } from '../clock/term-extension.js';
import {
  lampsOf,
  litLamp,
  type LitFrom,
  type OwnThresholds,
  type Thresholds,
  type WarningLamp,
} from '../clock/warnings.js';
import { plainDueDate, type DueDate } from '../due-date.js';
import type { ApproverRole } from '../officers.js';

/** A term of an item, and where it is written. */
export interface TermOfTrack {
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
  readonly source: string;
  /** What the item's own law says of an extension; absent: 许可法 42①. */
  readonly extension?: OwnExtension;
  /** Procedures whose time does not count, beside the eight of 许可法 45. */
  readonly exclusions?: readonly OwnExclusion[];
  /** The term of a first review 初审, which the law lets nobody extend (许可法 43). */
  readonly firstReview?: true;
}

export interface OwnExclusion {
  readonly procedure: string;
  readonly name: string;
  readonly nameEn?: string;
  /** The article that says so. */
  readonly article: string;
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
  /** Where the item sets other lamps than the place. */
  readonly warnings?: OwnThresholds;
}

/** Everything that counting needs beside the facts. */
export interface Counting {
  readonly calendar: WorkingCalendar;
  /** The place's; an item may set its own. */
  readonly thresholds: Thresholds;
}

/** What follows from the events of a track's clock: derived again after each, never patched. */
export interface TrackDates {
  readonly statutory: DueDate;
  readonly promised?: DueDate;
  /** Absent while a suspension reaches into a year that is not published. */
  readonly suspendedWorkingDays?: number;
  /** From when which lamp of each clock is lit; none while there is nothing to warn of. */
  readonly lamps: Readonly<Partial<Record<ClockOfTrack, readonly LitFrom[]>>>;
  readonly calendarVersion: string;
}

/** The two clocks that run beside each other from the acceptance. */
export type ClockOfTrack = 'statutory' | 'promised';

export const statutoryRule = ({
  unit,
  days,
  source,
  extension,
  exclusions,
  firstReview,
}: TermOfTrack): ClockRule => ({
  ...(firstReview ? STATUTORY.preliminaryReview : STATUTORY.decision),
  term: { unit, days },
  article: source,
  exclusions: withOwn(SPECIAL_PROCEDURES, exclusions),
  extension: firstReview ? null : extensionRule(extension),
});

const withOwn = (known: readonly Exclusion[], own: readonly OwnExclusion[] = []): Exclusion[] => [
  ...known,
  ...own.map(({ procedure, name, nameEn, article }) => ({
    procedure,
    name: { zh: name, en: nameEn ?? name },
    article,
  })),
];

const extensionRule = (own: OwnExtension | undefined): ExtensionRule | null => {
  if (own === undefined) return EXTENSION.single;
  if (own.maxDays === 0) return null;
  return { maxDays: own.maxDays, approver: APPROVER_OF[own.approver], article: own.source };
};

/** What stops the statutory clock stops the promise that was made beside it; the place may exclude more for its promise alone. */
export const promiseOf = ({ statutory, promised: term }: TermsOfTrack): ClockRule | undefined =>
  term &&
  promised(
    { unit: term.unit, days: term.days },
    term.source,
    withOwn(statutoryRule(statutory).exclusions, term.exclusions),
  );

export function datesOf(
  terms: TermsOfTrack,
  events: readonly ClockEvent[],
  counting: Counting,
): TrackDates {
  const { calendar } = counting;
  const clock = deriveClock(statutoryRule(terms.statutory), events, calendar);
  const promisedRule = promiseOf(terms);
  const promise = promisedRule && deriveClock(promisedRule, events, calendar);
  const lamps = (name: ClockOfTrack, state: ClockState) =>
    lampsOf(state, thresholdsOf(terms, name, counting), calendar);
  return {
    statutory: plainDueDate(clock.due),
    ...(promise && { promised: plainDueDate(promise.due) }),
    ...(clock.suspendedWorkingDays !== null && {
      suspendedWorkingDays: clock.suspendedWorkingDays,
    }),
    lamps: {
      statutory: lamps('statutory', clock),
      ...(promise && { promised: lamps('promised', promise) }),
    },
    calendarVersion: clock.calendarVersion,
  };
}

/** A track as far as its dates go. */
export interface DatedTrack {
  readonly terms: TermsOfTrack;
  readonly dates: TrackDates;
  readonly missedAt?: Instant;
  readonly promisedMissedAt?: Instant;
}

/**
 * The dates of a track after these events. What was recorded as missed keeps the date that was missed, whatever the calendar has
 * become since; with the statutory term everything stays.
 */
export function datesAfter(
  { terms, dates, missedAt, promisedMissedAt }: DatedTrack,
  events: readonly ClockEvent[],
  counting: Counting,
): TrackDates {
  const derived = datesOf(terms, events, counting);
  const kept: readonly ClockOfTrack[] = [
    ...(missedAt === undefined ? [] : ['statutory' as const]),
    ...(missedAt === undefined && promisedMissedAt === undefined ? [] : ['promised' as const]),
  ];
  return kept.reduce(
    (all, name) => ({
      ...all,
      ...(dates[name] && { [name]: dates[name] }),
      lamps: { ...all.lamps, ...(dates.lamps[name] && { [name]: dates.lamps[name] }) },
    }),
    derived,
  );
}

export const thresholdsOf = (
  { warnings }: TermsOfTrack,
  name: keyof Thresholds,
  { thresholds }: Counting,
) => warnings?.[name] ?? thresholds[name];

/** The lamp of a clock of a track on a day; none while there is nothing to warn of, or no such term. */
export function lampOn(
  { terms, clock }: { readonly terms: TermsOfTrack; readonly clock: readonly ClockEvent[] },
  today: LegalDate,
  counting: Counting,
  name: ClockOfTrack = 'statutory',
): WarningLamp | undefined {
  const { calendar } = counting;
  const rule = name === 'statutory' ? statutoryRule(terms.statutory) : promiseOf(terms);
  if (rule === undefined) return undefined;
  const state = deriveClock(rule, clock, calendar);
  return litLamp(state, today, calendar, thresholdsOf(terms, name, counting));
}
