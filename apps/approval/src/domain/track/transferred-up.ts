import type { Instant } from '@onewindow/kernel';
import type { ClockEvent } from '@onewindow/statutory-clock';
import type { DueDate } from '../due-date.js';
import type { Agency } from '../officers.js';
import type { Opinion } from './track-contents.js';
import type { TermOfTrack, TermsOfTrack } from './track-clock.js';

/** The agency that decides after a first review 初审, and what its terms will be. */
export interface FirstReview extends Agency {
  readonly termsOfDecision: TermsOfTrack;
}

/** The report of a first review 上报 (许可法 35), with the clock of the first level as it ended. */
export interface TransferredUp {
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  readonly at: Instant;
  /** The first review 初审意见; the agency that decides makes its own (许可法 34). */
  readonly opinion: Opinion;
  readonly term: TermOfTrack;
  readonly clock: readonly ClockEvent[];
  readonly due: DueDate;
  /** When the law made the term of the first review missed. */
  readonly missedAt?: Instant;
}
