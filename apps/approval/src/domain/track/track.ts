import {
  aggregateKind,
  legalDateAt,
  type Change,
  type Instant,
  type LegalDate,
} from '@onewindow/kernel';
import type { ClockEvent } from '@onewindow/statutory-clock';
import type { DueDate } from '../due-date.js';
import type { Agency, ApproverRole } from '../officers.js';
import type { AppealRoutes, Outcome } from '../parties.js';
import type { LicenceOnTrack } from '../licence/licence.js';
import type { SpecialProcedureKind } from './special-procedure-kinds.js';
import {
  datesOf,
  type Counting,
  type TermOfTrack,
  type TermsOfTrack,
  type TrackDates,
} from './track-clock.js';
import { trackLifecycle, type TrackStatus } from './track-lifecycle.js';

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
  readonly status: TrackStatus;
  readonly terms: TermsOfTrack;
  /** What happened to the clock; every date below follows from it. */
  readonly clock: readonly ClockEvent[];
  readonly dates: TrackDates;
  readonly specialProcedures: readonly SpecialProcedure[];
  readonly extension?: TermExtension;
  readonly opinion?: Opinion;
  /** The newest completed inspection of this item. */
  readonly visited?: SiteVisit;
  readonly decision?: Decision;
  readonly appeal?: AppealRoutes;
  readonly licence?: LicenceOnTrack;
  /** The due date whose nearness was recorded. */
  readonly warnedOf?: LegalDate;
  /** When the law made the term missed. */
  readonly missedAt?: Instant;
}

export interface SpecialProcedure {
  readonly procedureId: string;
  readonly procedure: SpecialProcedureKind;
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

/** The one extension of the statutory term (许可法 42), as its notice tells it. */
export interface TermExtension {
  readonly noticeNumber: string;
  /** In days of the term. */
  readonly days: number;
  readonly unit: TermOfTrack['unit'];
  readonly reason: string;
  readonly approver: ApproverRole;
  readonly approvedBy: string;
  readonly approvedByName: string;
  readonly approvedAt: Instant;
  /** The provision that allows it. */
  readonly source: string;
  /** The date that held until then. */
  readonly before: DueDate;
}

/** The uploaded report by the hash of its bytes. */
export interface ReportFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface Opinion {
  readonly recommendation: 'grant' | 'refuse';
  readonly grounds: readonly string[];
  readonly reviewer: string;
  readonly reviewerName: string;
  readonly recordedAt: Instant;
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

export interface Decision {
  readonly number: string;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  readonly decidedAt: Instant;
  readonly decidedBy: string;
}

export type TrackEvent =
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
  | { readonly type: 'site-visit-completed'; readonly visit: SiteVisit }
  | {
      readonly type: 'track-decided';
      readonly decision: Decision;
      readonly appeal?: AppealRoutes;
      readonly licence?: LicenceOnTrack;
    }
  /** The blue lamp. */
  | { readonly type: 'term-warning'; readonly due: LegalDate }
  /** The red lamp: the agency let its statutory term pass. */
  | { readonly type: 'term-missed'; readonly due: LegalDate; readonly missedAt: Instant };

export const trackKind = aggregateKind<Track, TrackEvent>('track');

/** A track is found by what everybody calls it. */
export const trackId = (caseNumber: string, item: string): string => `${caseNumber}:${item}`;

/** What intake tells of one accepted item. */
export interface AcceptedItem extends Agency {
  readonly item: string;
  readonly itemName: string;
  readonly supervisingDepartment?: string;
  readonly statutoryTerm: TermsOfTrack['statutory'];
  readonly promisedTerm?: TermsOfTrack['statutory'];
  readonly siteVisit: boolean;
  readonly resultName: string;
  readonly validityYears?: number;
}

/** Every term runs from the acceptance; its own day is not counted. */
export function openTrack(
  accepted: {
    readonly applicationId: string;
    readonly caseNumber: string;
    readonly ordinal: number;
    readonly acceptedAt: Instant;
    readonly item: AcceptedItem;
  },
  counting: Counting,
): Change<Track, TrackEvent> {
  const { applicationId, caseNumber, ordinal, acceptedAt, item } = accepted;
  const terms = {
    statutory: termOf(item.statutoryTerm),
    ...(item.promisedTerm && { promised: termOf(item.promisedTerm) }),
  };
  const clock: ClockEvent[] = [{ type: 'started', on: legalDateAt(acceptedAt) }];
  const dates = datesOf(terms, clock, counting);
  const { statutory, promised } = dates;
  return {
    state: {
      applicationId,
      caseNumber,
      ordinal,
      item: item.item,
      itemName: item.itemName,
      agency: item.agency,
      agencyName: item.agencyName,
      ...(item.supervisingDepartment !== undefined && {
        supervisingDepartment: item.supervisingDepartment,
      }),
      siteVisit: item.siteVisit,
      resultName: item.resultName,
      ...(item.validityYears !== undefined && { validityYears: item.validityYears }),
      status: trackLifecycle.initial,
      terms,
      clock,
      dates,
      specialProcedures: [],
    },
    events: [{ type: 'track-opened', statutory, ...(promised && { promised }) }],
  };
}

/** Only what the domain knows: a message may carry more. */
const termOf = ({ unit, days, source, extension }: TermOfTrack): TermOfTrack => ({
  unit,
  days,
  source,
  ...(extension && {
    extension: {
      maxDays: extension.maxDays,
      approver: extension.approver,
      source: extension.source,
    },
  }),
});
