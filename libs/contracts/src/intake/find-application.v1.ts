import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  Codes,
  DateOnly,
  InstantText,
  JsonObject,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../fields.js';
import {
  AcceptedPlan,
  AppealRoutes,
  ApplicantOrganisation,
  ConfidentialityMark,
  Contact,
  AnswerRemark,
  CorrectionRemark,
  DecisionSummary,
  DueDate,
  HeldMaterial,
  LicenceSummary,
  Premises,
  TrackDue,
} from '../parts/index.js';
import { NON_ACCEPTANCE_GROUNDS } from './decline-application.v1.js';
import { SERVICE_METHODS, ServiceEvidence } from './serve-paper.v1.js';

export const APPLICATION_STATUSES = [
  'submitted',
  'awaiting-correction',
  'corrected',
  'accepted',
  'decided',
  'dispatched',
  'declined',
  'withdrawn',
  'returned',
] as const;

export const PAPER_KINDS = [
  'correction-notice', // 补正告知书
  'acceptance-receipt', // 受理通知书
  'non-acceptance-notice', // 不予受理决定书
  'special-procedure-notice', // 特别程序告知书
  'term-extension-notice', // 延长期限告知书
  'decision', // 决定书
  'licence', // 证照
] as const;

export const LEGAL_EFFECTS = [
  'accepted-by-silence', // 视为受理
  'correction-missed', // 逾期未补正
] as const;

/** A record of service that was wrong, and why. */
export class ReplacedService {
  @OneOf(SERVICE_METHODS) method!: (typeof SERVICE_METHODS)[number];
  @InstantText() servedAt!: string;
  @Text({ max: 100 }) receivedBy!: string;
  @InstantText() replacedAt!: string;
  @Text({ max: 500 }) reason!: string;
}

/** How and when a paper reached the applicant 送达回证. */
export class ServiceRecord extends ServiceEvidence {
  @OneOf(SERVICE_METHODS) method!: (typeof SERVICE_METHODS)[number];
  @InstantText() servedAt!: string;
  @Text({ max: 100 }) receivedBy!: string;
  /** Absent: it was recorded when it counted as served. */
  @Optional() @InstantText() recordedAt?: string;
  /** Earlier records of it that were wrong, oldest first. */
  @Optional() @NestedList(() => ReplacedService, { atMost: 50 }) replaced?: ReplacedService[];
}

/** An official paper 文书 that was issued in this application. */
export class IssuedPaper {
  @Text({ max: 60 }) number!: string;
  /** The official number 文号, drawn when the paper was issued. */
  @Optional() @Text({ max: 120 }) officialNumber?: string;
  @OneOf(PAPER_KINDS) kind!: (typeof PAPER_KINDS)[number];
  @Text({ max: 300 }) title!: string;
  @Text({ max: 200 }) issuedBy!: string;
  @InstantText() issuedAt!: string;
  @Optional() @Code() item?: string;
  @Optional() @Nested(() => ServiceRecord) service?: ServiceRecord;
  /** The paper that this one takes the place of, because of clerical errors. */
  @Optional() @Text({ max: 60 }) corrects?: string;
  /** Printed on receipts and notices of the window; only for the applicant and the window. */
  @Optional() @Text({ max: 20 }) queryCode?: string;
  /** What the asking person may do with it now: `correct-paper`, `serve-paper`. Absent: nothing. */
  @Optional() @Texts({ atMost: 5, max: 60 }) actions?: string[];
}

export class ResultOfItem {
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Nested(() => DecisionSummary) decision!: DecisionSummary;
  /** With a refusal (许可法 38). */
  @Optional() @Nested(() => AppealRoutes) appeal?: AppealRoutes;
  @Optional() @Nested(() => LicenceSummary) licence?: LicenceSummary;
}

export class RatingGiven {
  @Whole({ min: 1, max: 5 }) stars!: number;
  @Optional() @Text({ max: 1000 }) remark?: string;
  @InstantText() ratedAt!: string;
}

/** What the written decision not to accept 不予受理 says (许可法 32(一)(二)). */
export class NonAcceptanceGiven {
  @OneOf(NON_ACCEPTANCE_GROUNDS) ground!: (typeof NON_ACCEPTANCE_GROUNDS)[number];
  @Texts({ atLeast: 1, atMost: 20, max: 1000 }) reasons!: string[];
  @Optional() @Text({ max: 200 }) competentAuthority?: string;
  @InstantText() declinedAt!: string;
}

/** What the law or the place attached to a term that passed, as it is recorded. */
export class LegalEffectView {
  @OneOf(LEGAL_EFFECTS) kind!: (typeof LEGAL_EFFECTS)[number];
  @Text({ max: 300 }) article!: string;
  /** When the law made it so, and when that was recorded. */
  @InstantText() becameSoAt!: string;
  @InstantText() recordedAt!: string;
  /** From which day it counts. */
  @DateOnly() countsFrom!: string;
  @Text({ max: 1000 }) followsZh!: string;
  @Text({ max: 1000 }) followsEn!: string;
}

export class FindApplicationRequest {
  @Uuid() applicationId!: string;
}

/** An item that another agency decides after the first review; everything handed in for it went there (许可法 35). */
export class HandedUpView {
  @Code() item!: string;
  @Code() to!: string;
  @Text({ max: 200 }) toName!: string;
  @InstantText() at!: string;
  /** Codes of the materials; they are not asked for again. */
  @Codes({ atLeast: 0, atMost: 100 }) materials!: string[];
}

export class FindApplicationReply {
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) applicationNumber!: string;
  @OneOf(APPLICATION_STATUSES) status!: (typeof APPLICATION_STATUSES)[number];
  /** What the asking person may do now. */
  @Texts({ atMost: 20, max: 60 }) actions!: string[];
  @Optional() @CaseNumber() caseNumber?: string;
  @Optional() @Code() bundle?: string;
  @Texts({ atMost: 30, max: 80 }) items!: string[];
  @Nested(() => ApplicantOrganisation) applicant!: ApplicantOrganisation;
  @Nested(() => Contact) contact!: Contact;
  @Nested(() => Premises) premises!: Premises;
  @InstantText() receivedAt!: string;
  @Optional() @InstantText() acceptedAt?: string;
  /** By when the window must answer; after it the application counts as accepted (许可法 32(四)). */
  @Optional() @Nested(() => DueDate) answerBy?: DueDate;
  @NestedList(() => HeldMaterial, { atMost: 400 }) materials!: HeldMaterial[];
  /** What was answered, and the form that it was answered under; for the applicant and whoever handles it. */
  @Optional() @JsonObject() answers?: Record<string, unknown>;
  @Optional() @JsonObject() form?: Record<string, unknown>;
  /** Of a bundle with a plan: the part of it that the answers need. */
  @Optional() @Nested(() => AcceptedPlan) plan?: AcceptedPlan;
  @NestedList(() => CorrectionRemark, { atMost: 100 }) correctionRemarks!: CorrectionRemark[];
  /** What was filled in wrongly, by key of the form. */
  @Optional() @NestedList(() => AnswerRemark, { atMost: 100 }) answerRemarks?: AnswerRemark[];
  @Optional() @Nested(() => DueDate) correctBy?: DueDate;
  @Optional() @Nested(() => NonAcceptanceGiven) nonAcceptance?: NonAcceptanceGiven;
  @Optional() @NestedList(() => LegalEffectView, { atMost: 5 }) effects?: LegalEffectView[];
  @NestedList(() => TrackDue, { atMost: 30 }) tracks!: TrackDue[];
  /** Of joint handling under 许可法 26②, beside the dates of the tracks. */
  @Optional() @Nested(() => DueDate) jointTerm?: DueDate;
  @NestedList(() => IssuedPaper, { atMost: 200 }) papers!: IssuedPaper[];
  @NestedList(() => ResultOfItem, { atMost: 30 }) results!: ResultOfItem[];
  @Optional() @NestedList(() => HandedUpView, { atMost: 30 }) handedUp?: HandedUpView[];
  /** What the applicant wants kept from the public; for the applicant and whoever handles it. */
  @Optional()
  @NestedList(() => ConfidentialityMark, { atMost: 20 })
  confidential?: ConfidentialityMark[];
  @Optional() @InstantText() dispatchedAt?: string;
  @Optional() @Nested(() => RatingGiven) rating?: RatingGiven;
  /** Query code 查询码, printed in the receipts; only for the applicant and the window. */
  @Optional() @Text({ max: 20 }) queryCode?: string;
}

export const FindApplicationV1 = defineQuery({
  name: 'intake.find-application',
  version: 1,
  callers: ['gateway'],
  permitted: [
    'applicant',
    'window-clerk',
    'approver',
    'inspector',
    'decision-officer',
    'agency-head',
    'auditor',
  ],
  request: FindApplicationRequest,
  reply: FindApplicationReply,
  http: { method: 'GET', path: '/applications/{applicationId}' },
  summary: { zh: '查看一件申请', en: 'Shows one application to those whom it concerns' },
});
