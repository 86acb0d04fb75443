import type { Change, Instant } from '@onewindow/kernel';
import type { CalendarEdition } from '@onewindow/statutory-clock';
import { handoverLifecycle, type HandoverStatus } from './handover-lifecycle.js';

/** A date the law or the place attaches; without `due` the calendar of `missingYear` is not published yet. */
export interface WireDate {
  readonly due?: string;
  readonly notBefore?: string;
  readonly missingYear?: number;
}

export interface HandedOverDecision {
  readonly number: string;
  readonly outcome: 'granted' | 'refused';
  readonly decidedAt: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly reasons: readonly string[];
}

export interface HandedOverLicence {
  readonly number: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly verificationCode: string;
}

/** What the bureau handed over. */
export interface ReceivedDecision {
  readonly handoverId: string;
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly itemName: string;
  readonly department: string;
  readonly applicant: { readonly name: string; readonly creditCode: string };
  readonly premises: { readonly name: string; readonly address: string };
  readonly decision: HandedOverDecision;
  readonly licence?: HandedOverLicence;
  readonly acknowledgeBy: WireDate;
  /** From when, and how many working days, `acknowledgeBy` counts. */
  readonly handedOverAt?: Instant;
  readonly workingDaysToAcknowledge?: number;
}

/** A decision that this department supervises from now on. */
export interface Handover extends ReceivedDecision {
  readonly status: HandoverStatus;
  readonly receivedAt: Instant;
  readonly acknowledgedAt?: Instant;
  readonly acknowledgedBy?: string;
  readonly remark?: string;
  /** Set when the term for the acknowledgement passed. */
  readonly overdueSince?: Instant;
}

export type HandoverEvent =
  | { readonly type: 'handover-received' }
  | {
      readonly type: 'handover-acknowledged';
      readonly acknowledgedAt: Instant;
      readonly acknowledgedBy: string;
    }
  /** A calendar was published or amended. */
  | {
      readonly type: 'acknowledgement-moved';
      readonly before: WireDate;
      readonly after: WireDate;
      readonly calendars: readonly CalendarEdition[];
    }
  | { readonly type: 'acknowledgement-overdue'; readonly since: Instant };

/** A decision arrives; from here on its supervision is this department's duty (谁主管谁监管). */
export const receive = (
  received: ReceivedDecision,
  now: Instant,
): Change<Handover, HandoverEvent> => ({
  state: { ...received, status: handoverLifecycle.initial, receivedAt: now },
  events: [{ type: 'handover-received' }],
});

/** The department signs for it 签收. */
export function acknowledge(
  handover: Handover,
  by: { readonly officer: string; readonly remark?: string },
  now: Instant,
): Change<Handover, HandoverEvent> {
  const status = handoverLifecycle.next(handover.status, 'acknowledge');
  return {
    state: {
      ...handover,
      status,
      acknowledgedAt: now,
      acknowledgedBy: by.officer,
      ...(by.remark !== undefined && { remark: by.remark }),
    },
    events: [{ type: 'handover-acknowledged', acknowledgedAt: now, acknowledgedBy: by.officer }],
  };
}

/** The term passed without a signature: it is recorded, and the duty to sign stays. */
export function recordOverdue(handover: Handover, since: Instant): Change<Handover, HandoverEvent> {
  if (handover.status !== 'received' || handover.overdueSince !== undefined) {
    return { state: handover, events: [] };
  }
  return {
    state: { ...handover, overdueSince: since },
    events: [{ type: 'acknowledgement-overdue', since }],
  };
}
