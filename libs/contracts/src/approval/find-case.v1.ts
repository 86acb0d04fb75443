import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Sha256,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../fields.js';
import {
  AppealRoutes,
  AppealUntil,
  AwaitedResult,
  ApplicantOrganisation,
  DecisionSummary,
  DueDate,
  EXTENSION_APPROVERS,
  LicenceSummary,
  OUTCOMES,
  PlanView,
  ConfidentialityMark,
  Premises,
  ProcessOfTrack,
  PublicationRuling,
  PublicationTold,
  StageView,
  TERM_UNITS,
} from '../parts/index.js';
import { ConsultationCount } from './find-consultation.v1.js';
import { RECOMMENDATIONS } from './record-opinion.v1.js';
import { DRAFT_REVIEWS } from './review-draft.v1.js';
import { InspectionView } from './inspection-view.js';
import { STOPPING_PROCEDURES } from './start-special-procedure.v1.js';

export const CASE_STATUSES = ['open', 'decided', 'closed'] as const;
export const TRACK_STATUSES = [
  'in-review',
  'suspended',
  'reviewed',
  'granted',
  'refused',
  'withdrawn',
] as const;
/** `waiting`: no instance of the department is deployed yet, so nothing could be sent. */
export const HANDOVER_STATUSES = ['waiting', 'sent', 'acknowledged'] as const;
/** Blue: the term runs low. Yellow: it ends today. Red: it passed without a decision. */
export const LAMPS = ['blue', 'yellow', 'red'] as const;

export class SpecialProcedureView {
  @Uuid() procedureId!: string;
  @OneOf(STOPPING_PROCEDURES) procedure!: (typeof STOPPING_PROCEDURES)[number];
  @Optional() @Code() ownProcedure?: string;
  @Text({ max: 60 }) noticeNumber!: string;
  @DateOnly() from!: string;
  @Optional() @DateOnly() until?: string;
  @Text({ max: 200 }) carriedOutBy!: string;
  @Optional() @Text({ max: 1000 }) conclusion?: string;
}

export class OpinionView {
  @OneOf(RECOMMENDATIONS) recommendation!: (typeof RECOMMENDATIONS)[number];
  @Texts({ atMost: 20, max: 1000 }) grounds!: string[];
  @Text({ max: 100 }) reviewer!: string;
  /** Absent in older records. */
  @Optional() @Text({ max: 100 }) reviewerName?: string;
  @InstantText() recordedAt!: string;
}

export class DraftReviewView {
  @OneOf(DRAFT_REVIEWS) result!: (typeof DRAFT_REVIEWS)[number];
  @Texts({ atMost: 20, max: 1000 }) remarks!: string[];
  @InstantText() reviewedAt!: string;
  @Text({ max: 100 }) reviewedBy!: string;
}

/** The decision as it is drafted; what is signed has to have its hash. */
export class DecisionDraftView {
  @OneOf(OUTCOMES) outcome!: (typeof OUTCOMES)[number];
  @Texts({ atMost: 20, max: 1000 }) reasons!: string[];
  @Texts({ atMost: 20, max: 300 }) legalBasis!: string[];
  @Texts({ atMost: 20, max: 1000 }) conditions!: string[];
  @Sha256() hash!: string;
  @InstantText() draftedAt!: string;
  @Text({ max: 100 }) draftedBy!: string;
  @Optional() @Nested(() => DraftReviewView) review?: DraftReviewView;
}

/** The one extension of a term, by whom and on what ground (许可法 42). */
export class ExtensionView {
  @Text({ max: 60 }) noticeNumber!: string;
  @Whole({ min: 1, max: 365 }) days!: number;
  @OneOf(TERM_UNITS) unit!: (typeof TERM_UNITS)[number];
  @Text({ max: 1000 }) reason!: string;
  @OneOf(EXTENSION_APPROVERS) approver!: (typeof EXTENSION_APPROVERS)[number];
  @Text({ max: 100 }) approvedBy!: string;
  @InstantText() approvedAt!: string;
  @Text({ max: 300 }) source!: string;
  /** The date that held before. */
  @Nested(() => DueDate) before!: DueDate;
}

export class DelayReasonView {
  @Text({ max: 1000 }) reason!: string;
  @InstantText() givenAt!: string;
  @Text({ max: 100 }) givenBy!: string;
}

/** The term to issue and serve the certificate, a clock of its own from the decision (许可法 44). */
export class CertificateView {
  @Nested(() => DueDate) serveBy!: DueDate;
  @Optional() @InstantText() servedAt?: string;
  @Optional() @InstantText() overdueSince?: string;
  @Optional() @OneOf(LAMPS) lamp?: (typeof LAMPS)[number];
}

/** What the order of steps and the office would allow now, and what stands in the way of this person (行政许可法 24, 公务员法 76). */
export class WithheldActions {
  @Texts({ atLeast: 1, atMost: 20, max: 60 }) actions!: string[];
  @Text({ max: 60 }) rule!: string;
  /** May name every stage of the track. */
  @Text({ max: 20_000 }) zh!: string;
  @Text({ max: 20_000 }) en!: string;
  @Optional() @Text({ max: 300 }) source?: string;
}

/** The agency that decides after the first review 初审 (许可法 35). */
export class ReportsToView {
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
}

/** That the first review was reported with all materials, and whether it kept its own term (许可法 43). */
export class TransferredUpView {
  @Code() from!: string;
  @Text({ max: 200 }) fromName!: string;
  @Code() to!: string;
  @Text({ max: 200 }) toName!: string;
  @InstantText() at!: string;
  /** Until when the first review had to be over. */
  @Nested(() => DueDate) due!: DueDate;
  @Optional() @InstantText() missedAt?: string;
  /** Red: the first review was late. */
  @Optional() @OneOf(LAMPS) lamp?: (typeof LAMPS)[number];
  /** Only for officers of either agency and auditors. */
  @Optional() @Nested(() => OpinionView) opinion?: OpinionView;
}

export class TrackView {
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
  @OneOf(TRACK_STATUSES) status!: (typeof TRACK_STATUSES)[number];
  @Texts({ atMost: 20, max: 60 }) actions!: string[];
  /** Why other actions of the asking person’s office are not among them. */
  @Optional() @NestedList(() => WithheldActions, { atMost: 200 }) withheld?: WithheldActions[];
  @Nested(() => DueDate) statutory!: DueDate;
  @Optional() @Nested(() => ExtensionView) extension?: ExtensionView;
  @Optional() @Nested(() => DueDate) promised?: DueDate;
  /** Of the statutory term. */
  @Optional() @OneOf(LAMPS) lamp?: (typeof LAMPS)[number];
  @Optional() @OneOf(LAMPS) promisedLamp?: (typeof LAMPS)[number];
  /** When the statutory and when the promised term passed without a decision. */
  @Optional() @InstantText() missedAt?: string;
  @Optional() @InstantText() promisedMissedAt?: string;
  /** Why the promised term was not kept (优化营商环境条例 36). */
  @Optional() @Nested(() => DelayReasonView) delay?: DelayReasonView;
  /** How the statutory date follows from the calendar and the suspensions, in both languages. */
  @Texts({ atMost: 200, max: 2000 }) explanationZh!: string[];
  @Texts({ atMost: 200, max: 2000 }) explanationEn!: string[];
  /** Absent while a suspension reaches into a year whose calendar is not published. */
  @Optional() @Whole() suspendedWorkingDays?: number;
  @NestedList(() => SpecialProcedureView, { atMost: 50 })
  specialProcedures!: SpecialProcedureView[];
  /** Only for officers of the deciding agency and auditors. */
  @Optional() @Nested(() => OpinionView) opinion?: OpinionView;
  @Optional() @Nested(() => DecisionDraftView) draft?: DecisionDraftView;
  /** How far the consultation of departments is; absent where none were asked. */
  @Optional() @Nested(() => ConsultationCount) consultation?: ConsultationCount;
  @Optional() @Nested(() => DecisionSummary) decision?: DecisionSummary;
  @Optional() @Nested(() => AppealRoutes) appeal?: AppealRoutes;
  /** Absent until the decision was served, for both terms run from service. */
  @Optional() @Nested(() => AppealUntil) appealUntil?: AppealUntil;
  @Optional() @Nested(() => LicenceSummary) licence?: LicenceSummary;
  @Optional() @Nested(() => CertificateView) certificate?: CertificateView;
  /** The published process that it runs under; absent: review and decision, as the law has them. */
  @Optional() @Nested(() => ProcessOfTrack) process?: ProcessOfTrack;
  @Optional() @NestedList(() => StageView, { atMost: 60 }) stages?: StageView[];
  /** What comes before its decision, and what before work begins or the place opens. */
  @Optional() @NestedList(() => AwaitedResult, { atMost: 100 }) awaits?: AwaitedResult[];
  @Optional() @NestedList(() => AwaitedResult, { atMost: 100 }) beforeStart?: AwaitedResult[];
  /** While the first review runs: who decides afterwards. */
  @Optional() @Nested(() => ReportsToView) reportsTo?: ReportsToView;
  @Optional() @Nested(() => TransferredUpView) transferredUp?: TransferredUpView;
  /** What the applicant wants kept from the public; for officers of the case, auditors and the applicant. */
  @Optional()
  @NestedList(() => ConfidentialityMark, { atMost: 20 })
  confidential?: ConfidentialityMark[];
  /** What the agency ruled about the publication of its decision, oldest first; for officers of it and auditors. */
  @Optional()
  @NestedList(() => PublicationRuling, { atMost: 100 })
  publication?: PublicationRuling[];
  /** The same as the applicant is told of it. */
  @Optional()
  @NestedList(() => PublicationTold, { atMost: 100 })
  publicationTold?: PublicationTold[];
}

/** The term of joint handling under 许可法 26②; it runs beside the terms of the tracks and lengthens none (42②). */
export class JointTermView {
  @Nested(() => DueDate) due!: DueDate;
  @Optional() @OneOf(LAMPS) lamp?: (typeof LAMPS)[number];
  @Optional() @InstantText() missedAt?: string;
  @Optional() @Nested(() => ExtensionView) extension?: ExtensionView;
  @Texts({ atMost: 20, max: 60 }) actions!: string[];
  @Texts({ atMost: 200, max: 2000 }) explanationZh!: string[];
  @Texts({ atMost: 200, max: 2000 }) explanationEn!: string[];
}

export class HandoverView {
  @Uuid() handoverId!: string;
  @Code() item!: string;
  @Code() department!: string;
  @OneOf(HANDOVER_STATUSES) status!: (typeof HANDOVER_STATUSES)[number];
  /** Absent while it waits. */
  @Optional() @InstantText() sentAt?: string;
  @Optional() @Nested(() => DueDate) acknowledgeBy?: DueDate;
  @Optional() @InstantText() acknowledgedAt?: string;
  /** The department let its term pass. */
  @Optional() @InstantText() overdueSince?: string;
}

export class FindCaseRequest {
  @CaseNumber() caseNumber!: string;
}

export class FindCaseReply {
  @CaseNumber() caseNumber!: string;
  @Uuid() applicationId!: string;
  @OneOf(CASE_STATUSES) status!: (typeof CASE_STATUSES)[number];
  @Nested(() => ApplicantOrganisation) applicant!: ApplicantOrganisation;
  @Nested(() => Premises) premises!: Premises;
  @InstantText() acceptedAt!: string;
  @NestedList(() => TrackView, { atMost: 30 }) tracks!: TrackView[];
  /** Absent where the bundle is not handled jointly. */
  @Optional() @Nested(() => JointTermView) jointTerm?: JointTermView;
  /** Of a bundle with a plan. */
  @Optional() @Nested(() => PlanView) plan?: PlanView;
  @NestedList(() => InspectionView, { atMost: 30 }) inspections!: InspectionView[];
  @NestedList(() => HandoverView, { atMost: 30 }) handovers!: HandoverView[];
}

export const FindCaseV1 = defineQuery({
  name: 'approval.find-case',
  version: 1,
  callers: ['gateway'],
  permitted: [
    'applicant',
    'window-clerk',
    'approver',
    'inspector',
    'decision-officer',
    'agency-head',
    'government-head',
    'auditor',
  ],
  request: FindCaseRequest,
  reply: FindCaseReply,
  http: { method: 'GET', path: '/cases/{caseNumber}' },
  summary: {
    zh: '查看办件进度',
    en: 'Shows a case with its parallel tracks, clocks, inspections and decisions',
  },
});
