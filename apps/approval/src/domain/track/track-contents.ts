import type { Instant, LegalDate } from '@onewindow/kernel';
import type { DayTerm } from '@onewindow/statutory-clock';
import type { AuthorityUsed } from '../officers/authorisation.js';
import type { Outcome } from '../parties.js';
import type { AppealTerms } from './appeal.js';
import type { DecisionContent } from './decision-content.js';
import type { ReportFile } from './report-file.js';
import type { PublicationRuling } from './publication-ruling.js';
import type { StoppingProcedure } from './special-procedure-kinds.js';

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
  /** The official number 文号 that the window's register gave its paper, once it has told. */
  readonly officialNumber?: string;
  /** What was ruled about its publication, oldest first; absent: nothing is withheld, and nothing was asked to be. */
  readonly publication?: readonly PublicationRuling[];
}

/** How and when the decision reached the applicant 送达, as the window tells it. */
export interface DecisionService {
  /** The paper of the decision, or the one that corrects clerical errors of it. */
  readonly paper: string;
  readonly servedAt: Instant;
  readonly how: 'electronic' | 'window' | 'post' | 'left' | 'entrusted' | 'announcement';
  /** How often the record of this service was corrected; absent: never. */
  readonly revision?: number;
  /** Where the decision names appeal routes: their terms as the place had them then. What it decides later does not move terms that run. */
  readonly terms?: AppealTerms;
}
