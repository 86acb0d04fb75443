import { aggregateKind, type Answers, type Instant, type LegalDate } from '@onewindow/kernel';
import type { ClockEvent, DayTerm } from '@onewindow/statutory-clock';
import type { TermExtension } from '../clock/term-extension.js';
import type { Warned, WarningLamp } from '../clock/warnings.js';
import type { DueDate } from '../due-date.js';
import type { Agency } from '../officers.js';
import type { Assignments, GreenLane, TaskEvent } from '../officers/task.js';
import type { AuthorityUsed } from '../officers/authorisation.js';
import type { AppealRoutes, Outcome } from '../parties.js';
import type { ItemLapse } from '../licence/lapse-clock.js';
import type { LicenceOnTrack } from '../licence/licence.js';
import type { AwaitedResult, Standing } from '../plan/plan.js';
import type { ReturnDefinition, StageDefinition } from '../process/definition.js';
import type { StageOfTrack } from '../process/stage.js';
import type { Moved, MovedBy } from '../rederivation/moved-dates.js';
import type { DecisionContent } from './decision-content.js';
import type { ReportFile } from './report-file.js';
import type { StoppingProcedure } from './special-procedure-kinds.js';
import type { ClockOfTrack, TermsOfTrack, TrackDates } from './track-clock.js';
import type { TrackStatus } from './track-lifecycle.js';

export type { ReportFile };

/** One item of a case, decided by one agency. Plain JSON. */
export interface Track extends Agency {
  readonly applicationId: string;
  readonly caseNumber: string;
  /** From 1, in the order of the application. */
  readonly ordinal: number;
  readonly item: string;
  readonly itemName: string;
  /** Absent: the deciding agency supervises what it decides. */
  readonly supervisingDepartment?: string;
  readonly siteVisit: boolean;
  readonly resultName: string;
  readonly validityYears?: number;
  /** Where the item's law lets a permit lapse that is not used. */
  readonly lapse?: ItemLapse;
  readonly status: TrackStatus;
  readonly terms: TermsOfTrack;
  /** What happened to the clock; every date below follows from it. */
  readonly clock: readonly ClockEvent[];
  readonly dates: TrackDates;
  readonly specialProcedures: readonly SpecialProcedure[];
  readonly extension?: TermExtension;
  readonly opinion?: Opinion;
  /** Whose opinions no longer count since it was sent back; they stay away from the decision (许可法 34). */
  readonly earlierReviewers?: readonly string[];
  /** Departments were asked for their opinion. */
  readonly consulted?: true;
  /** Interested parties or the applicant are heard on it. */
  readonly hearsParties?: true;
  /** The newest completed inspection of this item. */
  readonly visited?: SiteVisit;
  /** The decision as it is drafted and reviewed, until it is signed. */
  readonly draft?: DecisionDraft;
  readonly withdrawal?: Withdrawal;
  readonly decision?: Decision;
  readonly appeal?: AppealRoutes;
  /** First day of the quota period that its grant took a place of (许可法 57). */
  readonly quotaFrom?: LegalDate;
  readonly licence?: LicenceOnTrack;
  /** The newest recorded warning of each clock. */
  readonly warned?: Readonly<Partial<Record<ClockOfTrack, Warned>>>;
  /** When the law made the term missed. */
  readonly missedAt?: Instant;
  readonly promisedMissedAt?: Instant;
  readonly delay?: DelayReason;
  /** Who has which task, by the code of its stage. A stage without one is in the pool of its agency. */
  readonly assignments?: Assignments;
  readonly greenLane?: GreenLane;
  /** The decisions that were quashed and had to be made anew, oldest first. */
  readonly reopenings?: readonly Reopening[];
  /** The definition that it was opened under and keeps; absent: review and decision as the law has them. */
  readonly process?: ProcessOfTrack;
  readonly stages?: readonly StageOfTrack[];
  /** The earlier results that it cannot be decided without, in a bundle with a plan. */
  readonly awaits?: readonly AwaitedResult[];
  /** What has to be done before work begins or a place opens; the decision does not wait for it. */
  readonly beforeStart?: readonly string[];
}

/** What a track keeps of its definition, so that nothing published later reaches it. */
export interface ProcessOfTrack {
  readonly code: string;
  readonly version: number;
  readonly stages: readonly StageDefinition[];
  readonly returns: readonly ReturnDefinition[];
  /** What its conditions turn on, as far as it is known. */
  readonly answers: Answers;
}

export interface SpecialProcedure extends StoppingProcedure {
  readonly procedureId: string;
  readonly reason: string;
  readonly noticeNumber: string;
  readonly carriedOutBy: string;
  /** What the agency pays, in fen (营商条例 43). */
  readonly costFen?: number;
  readonly expectedWorkingDays: number;
  readonly from: LegalDate;
  readonly startedBy: string;
  readonly ended?: SpecialProcedureEnd;
}

export interface SpecialProcedureEnd {
  readonly until: LegalDate;
  readonly result: 'favourable' | 'unfavourable' | 'inconclusive';
  readonly conclusion: string;
  readonly report: ReportFile;
}

export interface Opinion {
  readonly recommendation: 'grant' | 'refuse';
  readonly grounds: readonly string[];
  readonly reviewer: string;
  readonly reviewerName: string;
  readonly recordedAt: Instant;
}

/** Why the agency did not keep its promised term, for everybody who follows the case (优化营商环境条例 36). */
export interface DelayReason {
  readonly reason: string;
  readonly givenAt: Instant;
  readonly givenBy: string;
}

/** What an inspection found on this item. */
export interface SiteVisit {
  readonly inspectionId: string;
  readonly completedAt: Instant;
  readonly notMet: readonly UnmetPoint[];
}

export interface UnmetPoint {
  readonly point: string;
  readonly requirement: string;
  readonly remark: string;
}

/** The document of a higher body or of a court that quashes a decision and orders another one. */
export interface ReopeningOrder {
  readonly kind: 'reconsideration' | 'judgment';
  readonly body: string;
  readonly documentNumber: string;
  readonly madeOn: LegalDate;
  /** When it took effect; the term runs anew from here. */
  readonly effectiveOn: LegalDate;
  /** The term that the order itself sets. */
  readonly term?: DayTerm;
  readonly document: ReportFile;
}

/** What no longer stands, and why. */
export interface Reopening {
  readonly order: ReopeningOrder;
  readonly quashed: Decision;
  readonly annulledLicence?: string;
  /** Who had given the opinion that it rested on. */
  readonly reviewedBy?: string;
  /** Who had given one before that, where it had been sent back. */
  readonly reviewedBefore?: readonly string[];
  readonly reopenedAt: Instant;
  readonly recordedBy: string;
}

/** A decision on its way to being signed 拟稿. The hash is that of its content: what is reviewed and what is signed are the same. */
export interface DecisionDraft extends DecisionContent {
  readonly hash: string;
  readonly draftedAt: Instant;
  readonly draftedBy: string;
  readonly draftedByName: string;
  readonly review?: DraftReview;
}

export interface DraftReview {
  readonly result: 'approved' | 'returned';
  readonly remarks: readonly string[];
  readonly reviewedAt: Instant;
  readonly reviewedBy: string;
  readonly reviewedByName: string;
}

/** That an applicant took an item back, and why. */
export interface Withdrawal {
  readonly withdrawnAt: Instant;
  readonly reason: string;
  /** Account of whoever asked for it, or recorded it at the window. */
  readonly recordedBy: string;
}

export interface Decision {
  readonly number: string;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  /** Under which it was granted. */
  readonly conditions?: readonly string[];
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  /** Absent where the agency publishes no officers. */
  readonly under?: AuthorityUsed;
}

export type TrackEvent =
  | TaskEvent
  | { readonly type: 'track-opened'; readonly statutory: DueDate; readonly promised?: DueDate }
  | {
      readonly type: 'special-procedure-started';
      readonly procedure: SpecialProcedure;
      readonly issuedAt: Instant;
      readonly statutory: DueDate;
    }
  | {
      readonly type: 'special-procedure-ended';
      readonly procedureId: string;
      readonly end: SpecialProcedureEnd;
      readonly suspendedWorkingDays?: number;
      readonly statutory: DueDate;
    }
  | {
      readonly type: 'term-extended';
      readonly extension: TermExtension;
      readonly statutory: DueDate;
    }
  | { readonly type: 'opinion-recorded'; readonly opinion: Opinion }
  | { readonly type: 'track-withdrawn'; readonly withdrawal: Withdrawal }
  | { readonly type: 'decision-drafted'; readonly draft: DecisionDraft }
  | { readonly type: 'draft-reviewed'; readonly hash: string; readonly review: DraftReview }
  | { readonly type: 'party-to-be-heard' }
  | { readonly type: 'departments-consulted'; readonly departments: readonly string[] }
  | { readonly type: 'site-visit-completed'; readonly visit: SiteVisit }
  | {
      readonly type: 'track-decided';
      readonly decision: Decision;
      readonly appeal?: AppealRoutes;
      readonly licence?: LicenceOnTrack;
    }
  | {
      readonly type: 'track-reopened';
      readonly reopening: Reopening;
      readonly statutory: DueDate;
      readonly promised?: DueDate;
    }
  | { readonly type: 'delay-explained'; readonly delay: DelayReason }
  /** A lamp was lit. */
  | {
      readonly type: 'term-warning' | 'promised-warning';
      readonly due: LegalDate;
      readonly lamp: WarningLamp;
    }
  /** The agency let the term pass that the place had promised. */
  | { readonly type: 'promised-missed'; readonly due: LegalDate; readonly missedAt: Instant }
  /** A calendar was published or amended. */
  | ({ readonly type: 'due-dates-moved' } & MovedBy &
      Moved<Pick<TrackDates, 'statutory' | 'promised'>>)
  | ({
      readonly type: 'stage-completed';
      readonly stage: string;
      readonly outcome: string;
      readonly by: string;
    } & StagesChanged)
  | ({
      readonly type: 'stage-returned';
      readonly stage: string;
      readonly to: string;
      readonly reason: string;
      readonly by: string;
    } & StagesChanged)
  /** An officer established what a condition turns on. */
  | ({
      readonly type: 'answers-recorded';
      readonly answers: Answers;
      readonly evidence: string;
      readonly by: string;
    } & StagesChanged)
  /** A warning to whoever does the stage. */
  | { readonly type: 'stage-overdue'; readonly stage: string; readonly due?: LegalDate }
  /** What a track waits for arrived, was refused, or stands no longer; `ready`: nothing else is waited for. */
  | {
      readonly type: 'earlier-result';
      readonly node: string;
      readonly name: string;
      readonly standing: Standing;
      readonly ready: boolean;
    }
  /** A calendar moved the dates of stages alone. */
  | { readonly type: 'stage-terms-moved' }
  /** The red lamp: the agency let its statutory term pass. */
  | { readonly type: 'term-missed'; readonly due: LegalDate; readonly missedAt: Instant };

/** The stages that began with an act, and those that it left out. */
export interface StagesChanged {
  readonly begun: readonly string[];
  readonly skipped: readonly string[];
}

export const trackKind = aggregateKind<Track, TrackEvent>('track');

/** A track is found by what everybody calls it. */
export const trackId = (caseNumber: string, item: string): string => `${caseNumber}:${item}`;
