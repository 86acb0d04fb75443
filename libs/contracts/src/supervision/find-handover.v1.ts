import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  InstantText,
  Nested,
  OneOf,
  Optional,
  Text,
  Texts,
  Uuid,
} from '../fields.js';
import {
  ApplicantOrganisation,
  DecisionSummary,
  DueDate,
  LicenceSummary,
  Premises,
} from '../parts/index.js';

export const RECEIVED_HANDOVER_STATUSES = ['received', 'acknowledged'] as const;

export class FindHandoverRequest {
  @Code() department!: string;
  @Uuid() handoverId!: string;
}

export class FindHandoverReply {
  @Uuid() handoverId!: string;
  @Code() department!: string;
  @OneOf(RECEIVED_HANDOVER_STATUSES) status!: (typeof RECEIVED_HANDOVER_STATUSES)[number];
  @Texts({ atMost: 20, max: 60 }) actions!: string[];
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Nested(() => ApplicantOrganisation) applicant!: ApplicantOrganisation;
  @Nested(() => Premises) premises!: Premises;
  @Nested(() => DecisionSummary) decision!: DecisionSummary;
  @Optional() @Nested(() => LicenceSummary) licence?: LicenceSummary;
  @InstantText() receivedAt!: string;
  @Nested(() => DueDate) acknowledgeBy!: DueDate;
  @Optional() @InstantText() acknowledgedAt?: string;
  @Optional() @Text({ max: 100 }) acknowledgedBy?: string;
  /** What the officer noted when signing. */
  @Optional() @Text({ max: 1000 }) remark?: string;
  /** Set when the term for the signature passed without one. */
  @Optional() @InstantText() overdueSince?: string;
}

export const FindHandoverV1 = defineQuery({
  name: 'supervision.find-handover',
  version: 1,
  callers: ['gateway'],
  permitted: ['supervisor', 'auditor'],
  request: FindHandoverRequest,
  reply: FindHandoverReply,
  http: { method: 'GET', path: '/departments/{department}/handovers/{handoverId}' },
  summary: { zh: '查看推送的决定', en: 'Shows one handed-over decision to its department' },
});
