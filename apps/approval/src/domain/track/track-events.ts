import type { Answers, Instant, LegalDate } from '@onewindow/kernel';
import type { TermExtension } from '../clock/term-extension.js';
import type { WarningLamp } from '../clock/warnings.js';
import type { DueDate } from '../due-date.js';
import type { TaskEvent } from '../officers/task.js';
import type { AppealRoutes } from '../parties.js';
import type { LicenceOnTrack } from '../licence/licence.js';
import type { Standing } from '../plan/plan.js';
import type { Moved, MovedBy } from '../rederivation/moved-dates.js';
import type { TrackDates } from './track-clock.js';
import type {
  SpecialProcedure,
  SpecialProcedureEnd,
  Opinion,
  DelayReason,
  SiteVisit,
  Reopening,
  DecisionDraft,
  DraftReview,
  Withdrawal,
  Decision,
  DecisionService,
} from './track-contents.js';
import type { PublicationRuling } from './publication-ruling.js';
import type { TransferredUp } from './transferred-up.js';

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
      readonly type: 'decision-protected';
      readonly decision: string;
      readonly ruling: PublicationRuling;
    }
  | { readonly type: 'decision-numbered'; readonly decision: string; readonly number: string }
  | { readonly type: 'decision-served'; readonly served: DecisionService }
  /** Of another paper of it, from which no term runs. */
  | { readonly type: 'service-noted'; readonly service: DecisionService }
  | {
      readonly type: 'track-reopened';
      readonly reopening: Reopening;
      readonly statutory: DueDate;
      readonly promised?: DueDate;
    }
  | {
      readonly type: 'track-transferred';
      readonly transfer: TransferredUp;
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
