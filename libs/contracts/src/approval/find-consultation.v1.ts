import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  Flag,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../fields.js';
import { DueDate, Premises, PROGRESS_LAMPS } from '../parts/index.js';
import { SILENCES } from './consult-departments.v1.js';
import { POSITIONS } from './give-department-opinion.v1.js';

export const CONSULTATION_STATUSES = ['asking', 'settled', 'closed'] as const;

export class DepartmentOpinionView {
  @OneOf(POSITIONS) position!: (typeof POSITIONS)[number];
  @Texts({ atMost: 20, max: 1000 }) conditions!: string[];
  @Texts({ atMost: 20, max: 1000 }) reasons!: string[];
  @Texts({ atMost: 20, max: 300 }) legalBasis!: string[];
  @InstantText() answeredAt!: string;
  @Text({ max: 100 }) answeredBy!: string;
  @Flag() late!: boolean;
}

export class OpinionRequestView {
  @Uuid() requestId!: string;
  @Code() department!: string;
  @Optional() @Text({ max: 200 }) departmentName?: string;
  @Whole({ min: 1 }) round!: number;
  @Text({ max: 2000 }) question!: string;
  /** Why the department was asked again. */
  @Optional() @Text({ max: 1000 }) reason?: string;
  @InstantText() askedAt!: string;
  @Text({ max: 100 }) askedBy!: string;
  @Nested(() => DueDate) answerBy!: DueDate;
  /** While nobody has answered: blue from the day of the reminder, yellow on the last day, red after it. */
  @Optional() @OneOf(PROGRESS_LAMPS) lamp?: (typeof PROGRESS_LAMPS)[number];
  @Optional() @InstantText() remindedAt?: string;
  @OneOf(SILENCES) silence!: (typeof SILENCES)[number];
  @Optional() @Text({ max: 100 }) silenceSource?: string;
  /** The term passed without an answer. */
  @Flag() silent!: boolean;
  @Optional() @Nested(() => DepartmentOpinionView) opinion?: DepartmentOpinionView;
}

/** How many were asked, how many nobody waits for any more, and how many said what: no majority hides a disagreement. */
export class ConsultationCount {
  @Whole() asked!: number;
  @Whole() settled!: number;
  @Whole() agreed!: number;
  @Whole() agreedWithConditions!: number;
  @Whole() disagreed!: number;
  @Whole() silent!: number;
}

export class FindConsultationRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
}

export class FindConsultationReply {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
  @Text({ max: 200 }) applicantName!: string;
  @Nested(() => Premises) premises!: Premises;
  @OneOf(CONSULTATION_STATUSES) status!: (typeof CONSULTATION_STATUSES)[number];
  /** Only for the agency that asked and for auditors. */
  @Optional() @Nested(() => ConsultationCount) count?: ConsultationCount;
  /** All of them for the agency that asked and for auditors; a department that was asked sees its own. */
  @NestedList(() => OpinionRequestView, { atMost: 200 }) requests!: OpinionRequestView[];
  @Texts({ atMost: 20, max: 60 }) actions!: string[];
}

export const FindConsultationV1 = defineQuery({
  name: 'approval.find-consultation',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'inspector', 'decision-officer', 'agency-head', 'supervisor', 'auditor'],
  request: FindConsultationRequest,
  reply: FindConsultationReply,
  http: { method: 'GET', path: '/cases/{caseNumber}/tracks/{item}/consultation' },
  summary: {
    zh: '查看征求意见情况',
    en: 'Shows what departments were asked about a track and what they answered',
  },
});
