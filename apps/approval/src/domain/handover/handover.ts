import {
  aggregateKind,
  legalDateAt,
  unchanged,
  type Change,
  type Instant,
} from '@onewindow/kernel';
import { countForward, workingDays, type WorkingCalendar } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import { instantAfter, plainDueDate, type DueDate } from '../due-date.js';
import type { LicenceOnTrack } from '../licence/licence.js';
import type { Agency } from '../officers.js';
import type { Applicant, Outcome, Premises } from '../parties.js';
import type { Moved, MovedBy } from '../rederivation/moved-dates.js';
import { handoverLifecycle, type HandoverStatus } from './handover-lifecycle.js';

/** What the supervising department has to know of a decision. */
export interface HandedOver extends Agency {
  readonly handoverId: string;
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly itemName: string;
  readonly department: string;
  readonly applicant: Applicant;
  readonly premises: Premises;
  readonly decision: {
    readonly number: string;
    readonly outcome: Outcome;
    readonly decidedAt: Instant;
    readonly reasons: readonly string[];
  };
  readonly licence?: LicenceOnTrack;
}

/** One decision on its way to the department that supervises from here on 审管互动. */
export interface Handover extends HandedOver {
  readonly status: HandoverStatus;
  readonly preparedAt: Instant;
  /** The participant it was sent to. */
  readonly sentTo?: string;
  readonly sentAt?: Instant;
  readonly acknowledgeBy?: DueDate;
  /** The working days behind `acknowledgeBy`. */
  readonly acknowledgeWithin?: number;
  readonly acknowledgedAt?: Instant;
  readonly acknowledgedBy?: string;
  readonly overdueSince?: Instant;
}

export type HandoverEvent =
  /** No instance of the department is deployed: said here, and sent once there is one. */
  | { readonly type: 'handover-waiting'; readonly department: string }
  | {
      readonly type: 'decision-handed-over';
      readonly sentTo: string;
      readonly sentAt: Instant;
      readonly acknowledgeBy: DueDate;
      readonly acknowledgeWithin: number;
    }
  | {
      readonly type: 'handover-acknowledged';
      readonly acknowledgedAt: Instant;
      readonly acknowledgedBy: string;
    }
  | ({ readonly type: 'acknowledgement-moved' } & MovedBy & Moved<DueDate>)
  | { readonly type: 'acknowledgement-overdue'; readonly since: Instant };

export const handoverKind = aggregateKind<Handover, HandoverEvent>('handover');

export const HANDOVER_DEADLINES = ['acknowledgement-due'] as const;
export type HandoverDeadline = (typeof HANDOVER_DEADLINES)[number];

/** The term that a place gives its departments to acknowledge 签收. */
export interface AcknowledgementTerm {
  readonly calendar: WorkingCalendar;
  readonly handoverAckWorkingDays: number;
}

/** `participant` is where the department is served; without one the handover waits, and says so. */
export function prepareHandover(
  content: HandedOver,
  participant: string | undefined,
  now: Instant,
  term: AcknowledgementTerm,
): Change<Handover, HandoverEvent> {
  const waiting: Handover = { ...content, status: handoverLifecycle.initial, preparedAt: now };
  if (participant !== undefined) return sendHandover(waiting, participant, now, term);
  return {
    state: waiting,
    events: [{ type: 'handover-waiting', department: content.department }],
  };
}

export function sendHandover(
  handover: Handover,
  participant: string,
  now: Instant,
  { calendar, handoverAckWorkingDays }: AcknowledgementTerm,
): Change<Handover, HandoverEvent> {
  const status = handoverLifecycle.next(handover.status, 'send');
  const { due } = countForward(legalDateAt(now), workingDays(handoverAckWorkingDays), calendar);
  const sent = {
    sentTo: participant,
    sentAt: now,
    acknowledgeBy: plainDueDate(due),
    acknowledgeWithin: handoverAckWorkingDays,
  };
  return {
    state: { ...handover, status, ...sent },
    events: [{ type: 'decision-handed-over', ...sent }],
  };
}

export interface Acknowledgement {
  /** The participant that said so, as the broker names it. */
  readonly from: string;
  readonly acknowledgedAt: Instant;
  readonly acknowledgedBy: string;
}

/** Only where it was sent to can acknowledge it; a repeated acknowledgement changes nothing. */
export function acknowledgeHandover(
  handover: Handover,
  { from, acknowledgedAt, acknowledgedBy }: Acknowledgement,
): Change<Handover, HandoverEvent> {
  if (handover.sentTo !== from) {
    throw approvalRefusals.refuse('not-the-supervising-department');
  }
  if (handover.status === 'acknowledged') return unchanged(handover);
  const status = handoverLifecycle.next(handover.status, 'acknowledge');
  return {
    state: { ...handover, status, acknowledgedAt, acknowledgedBy },
    events: [{ type: 'handover-acknowledged', acknowledgedAt, acknowledgedBy }],
  };
}

export function flagLateAcknowledgement(
  handover: Handover,
  now: Instant,
): Change<Handover, HandoverEvent> {
  const since = handoverDeadlinesOf(handover)['acknowledgement-due'];
  if (since === undefined || since > now) return unchanged(handover);
  return {
    state: { ...handover, overdueSince: since },
    events: [{ type: 'acknowledgement-overdue', since }],
  };
}

export function handoverDeadlinesOf({
  status,
  acknowledgeBy,
  overdueSince,
}: Handover): Readonly<Record<HandoverDeadline, Instant | undefined>> {
  const awaited = status === 'sent' && acknowledgeBy !== undefined && overdueSince === undefined;
  return { 'acknowledgement-due': awaited ? instantAfter(acknowledgeBy) : undefined };
}
