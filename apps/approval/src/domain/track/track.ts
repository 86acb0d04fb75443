import { aggregateKind, type Answers, type Instant, type LegalDate } from '@onewindow/kernel';
import type { ClockEvent } from '@onewindow/statutory-clock';
import type { TermExtension } from '../clock/term-extension.js';
import type { Warned } from '../clock/warnings.js';
import type { Agency } from '../officers.js';
import type { Assignments, GreenLane } from '../officers/task.js';
import type { AppealRoutes } from '../parties.js';
import type { ItemLapse } from '../licence/lapse-clock.js';
import type { LicenceOnTrack } from '../licence/licence.js';
import type { AwaitedResult } from '../plan/plan.js';
import type { ReturnDefinition, StageDefinition } from '../process/definition.js';
import type { StageOfTrack } from '../process/stage.js';
import type { ReportFile } from './report-file.js';
import type { ClockOfTrack, TermsOfTrack, TrackDates } from './track-clock.js';
import type { TrackStatus } from './track-lifecycle.js';
import type {
  SpecialProcedure,
  Opinion,
  DelayReason,
  SiteVisit,
  Reopening,
  DecisionDraft,
  Withdrawal,
  Decision,
  DecisionService,
} from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { FirstReview, TransferredUp } from './transferred-up.js';

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
  /** While its agency has the first review: who decides afterwards, and by which terms. */
  readonly firstReview?: FirstReview;
  /** The report of the first review to the agency that decides. */
  readonly transferredUp?: TransferredUp;
  readonly decision?: Decision;
  readonly appeal?: AppealRoutes;
  /** Of the decision that stands. */
  readonly served?: DecisionService;
  /** Of several papers of it, each with its newest record; absent: `served` is all. */
  readonly services?: readonly DecisionService[];
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
  /** Who had a task and gave it back, or had it taken: nobody of them gets it by load again, unless all work of its holder goes to others. */
  readonly passedOn?: Readonly<Record<string, readonly string[]>>;
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

export const trackKind = aggregateKind<Track, TrackEvent>('track');

/** A track is found by what everybody calls it. */
export const trackId = (caseNumber: string, item: string): string => `${caseNumber}:${item}`;
