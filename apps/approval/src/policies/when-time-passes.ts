import type { CaseDeadline } from '../domain/case/case.js';
import type { ConsultationDeadline } from '../domain/consultation/consultation.js';
import type { HandoverDeadline } from '../domain/handover/handover.js';
import type { LicenceDeadline } from '../domain/licence/licence.js';
import { TRANSFER_DEADLINE } from '../domain/officers/work-transfer.js';
import type { TrackDeadline } from '../domain/track/term.js';
import type { ApprovalUseCases } from '../use-cases/approval-use-cases.js';

type Policy = (id: string) => Promise<void>;

/** When this deadline passed, do that. */
export interface TimePolicies {
  readonly case: Readonly<Record<CaseDeadline, Policy>>;
  readonly track: Readonly<Record<TrackDeadline, Policy>>;
  readonly consultation: Readonly<Record<ConsultationDeadline, Policy>>;
  readonly licence: Readonly<Record<LicenceDeadline, Policy>>;
  readonly handover: Readonly<Record<HandoverDeadline, Policy>>;
  readonly workTransfer: Readonly<Record<typeof TRANSFER_DEADLINE, Policy>>;
}

/** Deadlines that only warn: they change nobody's rights, and pass also while no effects may be recorded. */
export const WARNINGS: ReadonlySet<string> = new Set<
  CaseDeadline | TrackDeadline | LicenceDeadline | ConsultationDeadline | typeof TRANSFER_DEADLINE
>([
  TRANSFER_DEADLINE,
  'joint-warning',
  'term-warning',
  'stage-due',
  'service-warning',
  'opinion-reminder',
]);

export const timePolicies = (approval: ApprovalUseCases): TimePolicies => ({
  case: {
    'joint-warning': approval.warnOfJointTerm,
    'joint-end': approval.missJointTerm,
  },
  track: {
    'term-warning': approval.warnOfTerm,
    'term-end': approval.missTerm,
    'promised-end': approval.missPromise,
    'stage-due': approval.warnOfStages,
  },
  consultation: {
    'opinion-reminder': approval.remindDepartments,
    'opinion-due': approval.noteSilence,
  },
  licence: {
    'service-warning': approval.warnOfService,
    'service-due': approval.flagLateService,
    'use-due': approval.lapseLicence,
    'validity-end': approval.expireLicence,
  },
  workTransfer: { [TRANSFER_DEADLINE]: approval.continueWorkTransfer },
  handover: {
    'acknowledgement-due': approval.flagLateAcknowledgement,
  },
});
