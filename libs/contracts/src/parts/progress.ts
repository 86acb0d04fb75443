import {
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
  Whole,
} from '../fields.js';
import { AppealRoutes, DecisionSummary, LicenceSummary } from './decision.js';
import { AppealUntil, DueDate } from './track.js';

/** Query code 查询码: ten characters that cannot be mistaken for one another; hyphens, spaces and small letters are read as meant. */
export const QUERY_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const QUERY_CODE_LENGTH = 10;

/** A query code as a service keeps it that only has to recognise it. */
export class SealedCode {
  /** Sixteen random bytes as hexadecimal digits. */
  @Text({ min: 32, max: 32 }) salt!: string;
  @Sha256() hash!: string;
}

/** Who acts in a matter, as an applicant would name them. */
export const PROGRESS_ROLES = [
  'applicant',
  'window', // 综合窗口
  'agency', // 审批机关
  'inspectors', // 踏勘人员
  'department', // 监管部门
  'intermediary', // 中介机构
  'law', // what the law itself brings about when a term passes
] as const;

export class ProgressActor {
  @OneOf(PROGRESS_ROLES) role!: (typeof PROGRESS_ROLES)[number];
  @Text({ max: 200 }) organisation!: string;
  /** Only for those who may see who handles the matter. */
  @Optional() @Text({ max: 200 }) name?: string;
}

/** A sentence in both languages. */
export class Sentence {
  @Text({ max: 2000 }) zh!: string;
  @Text({ max: 2000 }) en!: string;
}

/** What happened: the kind for a screen that draws it, the sentence for a reader. */
export class WhatHappened extends Sentence {
  @Code() kind!: string;
}

export class ProgressStep {
  /** When it happened in law. */
  @InstantText() at!: string;
  /** When it was recorded, where that was later. */
  @Optional() @InstantText() recordedAt?: string;
  @Nested(() => WhatHappened) what!: WhatHappened;
  @Nested(() => ProgressActor) by!: ProgressActor;
  @Optional() @Code() item?: string;
}

export class AwaitedStep {
  @Nested(() => ProgressActor) who!: ProgressActor;
  @Nested(() => Sentence) what!: Sentence;
  @InstantText() since!: string;
  @Optional() @Nested(() => DueDate) due?: DueDate;
  /** What to ask `explain-date` for, where the date has an explanation. */
  @Optional() @Code() date?: string;
  @Optional() @Code() item?: string;
}

export const PROGRESS_TRACK_STATUSES = [
  'in-review',
  'suspended',
  'reviewed',
  'granted',
  'refused',
  'withdrawn',
] as const;
export const PROGRESS_LAMPS = ['blue', 'yellow', 'red'] as const;

/** Time that does not count 特别程序 (许可法 45). */
export class ProgressSuspension {
  @Code() procedure!: string;
  @Nested(() => Sentence) name!: Sentence;
  @Text({ max: 60 }) noticeNumber!: string;
  @DateOnly() from!: string;
  /** Last day of it; absent while it lasts. */
  @Optional() @DateOnly() until?: string;
  /** Last day by the notice. */
  @Optional() @DateOnly() expectedUntil?: string;
}

/** Where permits of a limited number are granted in the order of acceptance (许可法 57): one's own place in it. */
export class PlaceUnderQuota {
  /** The first is 1. */
  @Whole({ min: 1 }) place!: number;
  /** Filings that were accepted earlier and are not decided. */
  @Whole() ahead!: number;
  @Whole() limit!: number;
  @Whole() left!: number;
  @DateOnly() from!: string;
  @DateOnly() until!: string;
  @Text({ max: 100 }) documentNumber!: string;
}

export class ProgressTrack {
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
  @OneOf(PROGRESS_TRACK_STATUSES) status!: (typeof PROGRESS_TRACK_STATUSES)[number];
  /** The statutory date of the decision. */
  @Nested(() => DueDate) due!: DueDate;
  @Optional() @Nested(() => DueDate) promised?: DueDate;
  @Optional() @OneOf(PROGRESS_LAMPS) lamp?: (typeof PROGRESS_LAMPS)[number];
  @NestedList(() => ProgressSuspension, { atMost: 50 }) suspensions!: ProgressSuspension[];
  @Optional() @Nested(() => DecisionSummary) decision?: DecisionSummary;
  /** Of a refusal: where the applicant may turn. */
  @Optional() @Nested(() => AppealRoutes) appeal?: AppealRoutes;
  /** And until when; absent until the decision was served, for both terms run from service. */
  @Optional() @Nested(() => AppealUntil) appealUntil?: AppealUntil;
  @Optional() @Nested(() => LicenceSummary) licence?: LicenceSummary;
  /** Until it is decided. */
  @Optional() @Nested(() => PlaceUnderQuota) quota?: PlaceUnderQuota;
}

/** A paper 文书 of the matter, without the name of who took it. */
export class ProgressPaper {
  @Text({ max: 60 }) number!: string;
  /** The official number 文号, of decisions, once it is known. */
  @Optional() @Text({ max: 120 }) officialNumber?: string;
  @Code() kind!: string;
  @Text({ max: 300 }) title!: string;
  @Text({ max: 200 }) issuedBy!: string;
  @InstantText() issuedAt!: string;
  @Optional() @InstantText() servedAt?: string;
  @Optional() @Code() item?: string;
}

export const EXPLAINED_RUN_ROLES = ['counted', 'skipped', 'rolled-over'] as const;

/** Days in a row that the count treats alike; from and to belong to it. */
export class ExplainedRun {
  @OneOf(EXPLAINED_RUN_ROLES) role!: (typeof EXPLAINED_RUN_ROLES)[number];
  @DateOnly() from!: string;
  @DateOnly() to!: string;
  /** Days of this run that count. */
  @Whole() days!: number;
  /** Days counted up to its last day. */
  @Whole() total!: number;
  /** Why they do not count. */
  @Optional() @Nested(() => Sentence) reason?: Sentence;
  /** Counted days of a weekend that is worked in exchange 调休. */
  @Texts({ atMost: 50, max: 10 }) makeUpDays!: string[];
}

export const EXPLANATION_STEP_KINDS = [
  'rule',
  'start',
  'run',
  'roll-over',
  'extension',
  'halt',
  'ignored',
  'end',
  'calendar',
] as const;

export class ExplanationStep extends Sentence {
  @OneOf(EXPLANATION_STEP_KINDS) kind!: (typeof EXPLANATION_STEP_KINDS)[number];
  @Optional() @Nested(() => ExplainedRun) run?: ExplainedRun;
}

/** How a date of the law came about, so that it can be followed by hand. */
export class ExplainedDate {
  @Code() date!: string;
  @Nested(() => Sentence) title!: Sentence;
  @Nested(() => DueDate) due!: DueDate;
  /** Where the term is written: `行政许可法 42`. */
  @Text({ max: 300 }) article!: string;
  @NestedList(() => ExplanationStep, { atLeast: 1, atMost: 500 }) steps!: ExplanationStep[];
  /** The whole as one paragraph. */
  @Nested(() => Sentence) summary!: Sentence;
}
