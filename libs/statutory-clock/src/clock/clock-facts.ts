import type { LegalDate } from '@onewindow/kernel';
import type { Approver, ClockRule } from '../law/clock-rule.js';
import type { ClockEvent, ClockMissed } from './clock-events.js';

/** A procedure that stops the clock; `to` is null while it lasts. */
export interface Suspension {
  readonly procedure: string;
  readonly notice: string;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
  readonly expectedUntil: LegalDate;
}

export interface Extension {
  readonly days: number;
  readonly approvedOn: LegalDate;
  readonly approver: Approver;
}

/** What the events of a clock say, before any date is counted. */
export interface ClockFacts {
  readonly startedOn: LegalDate;
  /** Why the term began anew; null where it runs for the first time. */
  readonly restartedBecause: string | null;
  readonly suspensions: readonly Suspension[];
  readonly extension: Extension | null;
  readonly metOn: LegalDate | null;
  readonly missedOn: LegalDate | null;
}

const startedAnew = (startedOn: LegalDate, restartedBecause: string | null): ClockFacts => ({
  startedOn,
  restartedBecause,
  suspensions: [],
  extension: null,
  metOn: null,
  missedOn: null,
});

/** One step. What the rule does not know (a procedure that stops only another clock) leaves the facts as they are. */
export function applyEvent(
  rule: ClockRule,
  facts: ClockFacts | null,
  event: ClockEvent,
): ClockFacts | null {
  if (event.type === 'started') return startedAnew(event.on, null);
  if (event.type === 'restarted') return startedAnew(event.on, event.reason);
  if (facts === null) return null;
  switch (event.type) {
    case 'suspended':
      return stops(rule, event.procedure)
        ? { ...facts, suspensions: [...facts.suspensions, suspension(event)] }
        : facts;
    case 'resumed':
      return { ...facts, suspensions: facts.suspensions.map((each) => ended(each, event)) };
    case 'extended':
      return rule.extension === null ? facts : { ...facts, extension: extension(event) };
    case 'met':
      return { ...facts, metOn: event.on };
    case 'missed':
      return basisOf(event) === rule.basis ? { ...facts, missedOn: event.on } : facts;
  }
}

export const factsOf = (rule: ClockRule, events: readonly ClockEvent[]): ClockFacts | null =>
  events.reduce<ClockFacts | null>((facts, event) => applyEvent(rule, facts, event), null);

export const basisOf = ({ basis = 'statutory' }: ClockMissed): ClockRule['basis'] => basis;

export const stops = (rule: ClockRule, procedure: string): boolean =>
  rule.exclusions.some((exclusion) => exclusion.procedure === procedure);

const suspension = ({
  procedure,
  notice,
  from,
  expectedUntil,
}: Extract<ClockEvent, { type: 'suspended' }>): Suspension => ({
  procedure,
  notice,
  from,
  to: null,
  expectedUntil,
});

const ended = (each: Suspension, event: Extract<ClockEvent, { type: 'resumed' }>): Suspension =>
  each.notice === event.notice && each.to === null ? { ...each, to: event.on } : each;

const extension = ({
  days,
  approvedOn,
  approver,
}: Extract<ClockEvent, { type: 'extended' }>): Extension => ({ days, approvedOn, approver });
