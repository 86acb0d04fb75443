import {
  Code,
  Codes,
  Flag,
  InstantText,
  JsonObject,
  Nested,
  OneOf,
  Optional,
  Text,
  Texts,
  Whole,
} from '../fields.js';
import { DueDate } from './track.js';

export const STAGE_KINDS = [
  'first-review', // 下级初审
  'review', // 审查
  'check', // 复核
  'consultation', // 征求意见
  'inspection', // 现场踏勘
  'expert-review', // 专家评审
  'deliberation', // 集体审议
  'publicity', // 公示
  'draft', // 拟稿
  'decision', // 决定
] as const;
export const STAGE_ROLES = ['approver', 'inspector', 'decision-officer', 'agency-head'] as const;
export const STAGE_STATUSES = ['waiting', 'active', 'done', 'skipped'] as const;
export const JOINS = ['all', 'any'] as const;

/** The statutory term of the item’s law, which the stages together may not pass. */
export class StatutoryTermOfProcess {
  @OneOf(['working-day', 'calendar-day']) unit!: 'working-day' | 'calendar-day';
  @Whole({ min: 1, max: 3650 }) days!: number;
  @Text({ max: 300 }) source!: string;
}

/** Who decides after a first review 初审, and how long the first review may take by law (许可法 35, 43). */
export class ReportingOfProcess {
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
  @Nested(() => StatutoryTermOfProcess) within!: StatutoryTermOfProcess;
}

/** A stage 环节 of a process as it is defined. */
export class StageOfProcess {
  @Code() code!: string;
  @Text({ max: 100 }) name!: string;
  @OneOf(STAGE_KINDS) kind!: (typeof STAGE_KINDS)[number];
  @OneOf(STAGE_ROLES) role!: (typeof STAGE_ROLES)[number];
  /** Where an officer of another agency than the deciding one does it. */
  @Optional() @Code() agency?: string;
  @Optional() @Text({ max: 200 }) agencyName?: string;
  /** The stages that come before; none: it begins with the track. */
  @Codes({ atLeast: 0, atMost: 30 }) after!: string[];
  /** Whether it waits for all of them (the default) or for any; `atLeast`: for so many of them. */
  @Optional() @OneOf(JOINS) join?: (typeof JOINS)[number];
  @Optional() @Whole({ min: 1, max: 30 }) atLeast?: number;
  /** A condition on the applicant’s answers; where it does not hold the stage is left out. */
  @Optional() @JsonObject() when?: Record<string, unknown>;
  /** Working days that it ought to take; a warning, no legal effect. */
  @Optional() @Whole({ min: 1, max: 365 }) workingDays?: number;
  /** Of a first review: the agency that it is reported to. */
  @Optional() @Nested(() => ReportingOfProcess) reportsTo?: ReportingOfProcess;
  /** Of a decision on mere form: grants may be signed for many tracks at once. Absent: each by itself. */
  @Optional() @Flag() inBatch?: boolean;
}

/** The only ways back to an earlier stage. */
export class ReturnOfProcess {
  @Code() from!: string;
  @Code() to!: string;
}

/** From which stage, by whom and why a track was sent back. */
export class ReturnView {
  @Text({ max: 100 }) from!: string;
  @Text({ max: 1000 }) reason!: string;
  @Text({ max: 100 }) by!: string;
  @InstantText() at!: string;
}

/** A stage of a track as far as it has come. */
export class StageView {
  @Code() code!: string;
  @Text({ max: 100 }) name!: string;
  @OneOf(STAGE_KINDS) kind!: (typeof STAGE_KINDS)[number];
  @OneOf(STAGE_ROLES) role!: (typeof STAGE_ROLES)[number];
  @Optional() @Code() agency?: string;
  @Optional() @Text({ max: 200 }) agencyName?: string;
  @OneOf(STAGE_STATUSES) status!: (typeof STAGE_STATUSES)[number];
  @Optional() @InstantText() since?: string;
  @Optional() @Nested(() => DueDate) due?: DueDate;
  @Optional() @InstantText() overdueSince?: string;
  @Optional() @InstantText() doneAt?: string;
  @Optional() @Text({ max: 200 }) outcome?: string;
  @Optional() @Text({ max: 1000 }) remark?: string;
  /** Why it is left out. */
  @Optional() @Text({ max: 3000 }) skippedBecause?: string;
  /** The answers that nobody has given yet and that tell whether it is needed. */
  @Optional() @Texts({ atMost: 60, max: 60 }) unanswered?: string[];
  /** Why it is done again. */
  @Optional() @Nested(() => ReturnView) returned?: ReturnView;
  /** What the asking person may do with it now: `complete-stage`, `return-stage`. Absent: nothing. */
  @Optional() @Texts({ atMost: 5, max: 60 }) actions?: string[];
  /** With `return-stage`: the earlier stages to which the track may go back from here. */
  @Optional() @Codes({ atLeast: 1, atMost: 30 }) returnsTo?: string[];
}

/** The definition that a track runs under. */
export class ProcessOfTrack {
  @Code() code!: string;
  @Whole({ min: 1 }) version!: number;
}

export class ProcessLine extends ProcessOfTrack {
  @Text({ max: 200 }) name!: string;
  @Whole() stages!: number;
  @InstantText() publishedAt!: string;
}
