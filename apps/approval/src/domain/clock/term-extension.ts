import { legalDateAt, refuseWhenUnmet, type Instant, type Person } from '@onewindow/kernel';
import {
  unmetForEvent,
  type Approver,
  type ClockEvent,
  type ClockRule,
  type DayTerm,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import type { DueDate } from '../due-date.js';
import type { ApproverRole } from '../officers.js';

/** The one extension of a statutory term (许可法 42), as its notice tells it. */
export interface TermExtension {
  readonly noticeNumber: string;
  /** In days of the term. */
  readonly days: number;
  readonly unit: DayTerm['unit'];
  readonly reason: string;
  readonly approver: ApproverRole;
  readonly approvedBy: string;
  readonly approvedByName: string;
  readonly approvedAt: Instant;
  /** The provision that allows it. */
  readonly source: string;
  /** The date that held until then. */
  readonly before: DueDate;
}

export interface ExtensionRequest {
  /** In days of the term. */
  readonly days: number;
  readonly reason: string;
}

/** The name that a clock has for each head. */
export const APPROVER_OF = {
  'agency-head': 'agency-head',
  'government-head': 'head-of-government',
} as const satisfies Record<ApproverRole, Approver>;

/** A clock that runs by a rule, before it is extended. */
export interface RunningTerm {
  readonly rule: ClockRule;
  readonly clock: readonly ClockEvent[];
  readonly unit: DayTerm['unit'];
  readonly before: DueDate;
  readonly noticeNumber: string;
}

export interface Approval extends ExtensionRequest {
  readonly head: Person;
  readonly approver: ApproverRole;
  readonly at: Instant;
}

/** Extends a clock, or refuses with all that is unmet: once, while the term runs, by the right head, with its reason (许可法 42). */
export function extendClock(
  { rule, clock, unit, before, noticeNumber }: RunningTerm,
  { days, reason, head, approver, at }: Approval,
  calendar: WorkingCalendar,
): { readonly clock: readonly ClockEvent[]; readonly extension: TermExtension } {
  const approvedOn = legalDateAt(at);
  const extended: ClockEvent = {
    type: 'extended',
    days,
    approvedOn,
    approver: APPROVER_OF[approver],
    reason,
  };
  refuseWhenUnmet(unmetForEvent(rule, clock, extended, calendar), (unmet) =>
    approvalRefusals.refuse('extension-not-possible', unmet),
  );
  const extension: TermExtension = {
    noticeNumber,
    days,
    unit,
    reason,
    approver,
    approvedBy: head.id,
    approvedByName: head.name,
    approvedAt: at,
    source: rule.extension?.article ?? rule.article,
    before,
  };
  return { clock: [...clock, extended], extension };
}
