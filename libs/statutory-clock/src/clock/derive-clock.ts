import type { LegalDate } from '@onewindow/kernel';
import { dayNumber } from '../calendar/day-number.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { clockRefusals } from '../clock-refusals.js';
import { countForward, naturalDaysOf } from '../counting/count-forward.js';
import { unionOf } from '../counting/spans.js';
import type { DayTerm, DerivedDate, Interval, Term } from '../counting/term.js';
import type { ClockRule } from '../law/clock-rule.js';
import type { ClockEvent } from './clock-events.js';
import { factsOf } from './clock-facts.js';
import type { ClockFacts, Extension, Suspension } from './clock-facts.js';

/** The clock stands still; there is no last day until it goes on, so no effect can be armed on it. */
export interface HaltedDate {
  readonly kind: 'halted';
  readonly since: LegalDate;
  /** Where the term would end if every running procedure took as long as its notice says. */
  readonly projected: DerivedDate;
}

export type DueDate = DerivedDate | HaltedDate;

export type ClockStatus = 'running' | 'suspended' | 'met' | 'missed';

/** Everything that follows from the events of a clock on one calendar. Derived, never patched. */
export interface ClockState {
  readonly status: ClockStatus;
  readonly startedOn: LegalDate;
  /** Why the term began anew; null where it runs for the first time. */
  readonly restartedBecause: string | null;
  readonly due: DueDate;
  /** End of the term without its extension; present only when it was extended and is not halted. */
  readonly baseDue?: DerivedDate;
  /** Last counted natural day, before it rolled over. */
  readonly rawLastDay?: LegalDate;
  /** The term with its extension, in days: working days, or natural days for every other unit. */
  readonly termDays: number;
  /** What `termDays` are; months and years are counted as natural days. */
  readonly dayUnit: DayTerm['unit'];
  readonly extension: Extension | null;
  /** In the order of their events, those that stop this clock. */
  readonly suspensions: readonly Suspension[];
  /** Working days inside the ended suspensions, overlaps once; null while one reaches into an unpublished year. */
  readonly suspendedWorkingDays: number | null;
  readonly metOn: LegalDate | null;
  readonly missedOn: LegalDate | null;
  /** The act was done after the last day. */
  readonly metLate: boolean;
  /** Version of the calendar that the dates were derived from. */
  readonly calendarVersion: string;
}

/** Derives the clock from its events. Throws the refusal `clock-not-started` when none of them starts it. */
export function deriveClock(
  rule: ClockRule,
  events: readonly ClockEvent[],
  calendar: WorkingCalendar,
): ClockState {
  const facts = factsOf(rule, events);
  if (facts === null) throw clockRefusals.refuse('clock-not-started');
  return clockOf(rule, facts, calendar);
}

/** The same from facts that were gathered step by step. */
export function clockOf(rule: ClockRule, facts: ClockFacts, calendar: WorkingCalendar): ClockState {
  const { startedOn, extension, metOn } = facts;
  const term = extendedTerm(startedOn, rule.term, extension?.days ?? 0);
  const excluded = endedIntervals(facts);
  const { due: counted, rawLastDay } = countForward(startedOn, term, calendar, excluded);
  const halt = metOn === null ? haltedAt(facts, counted) : null;
  const due: DueDate =
    halt === null
      ? counted
      : { kind: 'halted', since: halt, projected: projected(facts, term, calendar) };
  return {
    status: statusOf(facts, due),
    startedOn,
    restartedBecause: facts.restartedBecause,
    due,
    ...(extension === null || halt !== null
      ? {}
      : { baseDue: countForward(startedOn, rule.term, calendar, excluded).due }),
    ...(rawLastDay === undefined || halt !== null ? {} : { rawLastDay }),
    termDays: naturalDaysOf(startedOn, term),
    dayUnit: rule.term.unit === 'working-day' ? 'working-day' : 'calendar-day',
    extension,
    suspensions: facts.suspensions,
    suspendedWorkingDays: workingDaysWithin(excluded, startedOn, calendar),
    metOn,
    missedOn: facts.missedOn,
    metLate: metOn !== null && due.kind === 'date' && metOn > due.date,
    calendarVersion: calendar.version,
  };
}

/** An extension is counted in the days of the term, and the whole rolls over once. */
export function extendedTerm(startedOn: LegalDate, term: Term, extraDays: number): Term {
  if (extraDays === 0) return term;
  const unit: DayTerm['unit'] = term.unit === 'working-day' ? 'working-day' : 'calendar-day';
  return { unit, days: naturalDaysOf(startedOn, term) + extraDays };
}

/** The act that the term is for also ends what was still running. */
export const endedIntervals = ({
  suspensions,
  metOn,
}: Pick<ClockFacts, 'suspensions' | 'metOn'>): Interval[] =>
  suspensions.flatMap(({ from, to }) => {
    const end = to ?? metOn;
    return end === null || end < from ? [] : [{ from, to: end }];
  });

function statusOf(facts: ClockFacts, due: DueDate): ClockStatus {
  if (facts.metOn !== null) return 'met';
  if (facts.missedOn !== null) return 'missed';
  return due.kind === 'halted' ? 'suspended' : 'running';
}

/** A procedure that begins after the last day stops nothing. */
function haltedAt({ suspensions }: ClockFacts, counted: DerivedDate): LegalDate | null {
  const running = suspensions.filter(({ to }) => to === null).map(({ from }) => from);
  const since = running.sort()[0];
  if (since === undefined) return null;
  return counted.kind === 'date' && counted.date < since ? null : since;
}

function projected(facts: ClockFacts, term: Term, calendar: WorkingCalendar): DerivedDate {
  const expected = facts.suspensions.map(({ from, to, expectedUntil }) => ({
    from,
    to: to ?? (expectedUntil < from ? from : expectedUntil),
  }));
  return countForward(facts.startedOn, term, calendar, expected).due;
}

function workingDaysWithin(
  intervals: readonly Interval[],
  startedOn: LegalDate,
  calendar: WorkingCalendar,
): number | null {
  const start = dayNumber(startedOn);
  let total = 0;
  for (const { from, to } of unionOf(intervals)) {
    const after = Math.max(from - 1, start);
    if (to > after && calendar.publishedThrough(after + 1) < to) return null;
    total += calendar.countAfter(after, to);
  }
  return total;
}
