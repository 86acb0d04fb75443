import { aggregateKind, type Change, type Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import type { DueDate } from '../due-date.js';
import type { Applicant, Outcome, Premises } from '../parties.js';
import { caseLifecycle, type CaseStatus } from './case-lifecycle.js';

/** One accepted application on its way through its parallel tracks. Plain JSON. */
export interface Case {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly caseNumber: string;
  readonly region: string;
  readonly bundle?: string;
  readonly applicantAccount: string;
  readonly applicant: Applicant;
  readonly premises: Premises;
  /** Recognises the query code 查询码 of the receipts; older cases have none. */
  readonly queryCode?: SealedCode;
  readonly acceptedAt: Instant;
  readonly openedAt: Instant;
  readonly status: CaseStatus;
  /** Items that are to be inspected together. */
  readonly jointInspection: readonly string[];
  readonly tracks: readonly TrackOfCase[];
  readonly decidedAt?: Instant;
  readonly closedAt?: Instant;
}

/** A query code that is only recognised, never known. */
export interface SealedCode {
  readonly salt: string;
  readonly hash: string;
}

/** What the case itself knows of a track: enough to join them. */
export interface TrackOfCase {
  readonly item: string;
  readonly agency: string;
  readonly outcome?: Outcome;
  readonly licenceNumber?: string;
}

export interface TrackDue {
  readonly item: string;
  readonly itemName: string;
  readonly agency: string;
  readonly statutory: DueDate;
  readonly promised?: DueDate;
}

export type CaseEvent =
  | { readonly type: 'case-opened'; readonly tracks: readonly TrackDue[] }
  | {
      readonly type: 'track-concluded';
      readonly item: string;
      readonly outcome: Outcome;
      readonly licenceNumber?: string;
    }
  | { readonly type: 'case-decided'; readonly decidedAt: Instant }
  | { readonly type: 'case-closed'; readonly closedAt: Instant };

export const caseKind = aggregateKind<Case, CaseEvent>('case');

export type AcceptedApplication = Omit<
  Case,
  'status' | 'openedAt' | 'tracks' | 'decidedAt' | 'closedAt'
>;

export function openCase(
  accepted: AcceptedApplication,
  tracks: readonly TrackDue[],
  now: Instant,
): Change<Case, CaseEvent> {
  return {
    state: {
      ...accepted,
      openedAt: now,
      status: caseLifecycle.initial,
      tracks: tracks.map(({ item, agency }) => ({ item, agency })),
    },
    events: [{ type: 'case-opened', tracks }],
  };
}

/** A case belongs to one application; another one under its number is refused. */
export function requireCaseOf(existing: Case, applicationId: string): void {
  if (existing.applicationId !== applicationId) throw approvalRefusals.refuse('case-number-taken');
}

export interface ConcludedTrack {
  readonly item: string;
  readonly outcome: Outcome;
  readonly licenceNumber?: string;
}

/** Joins the tracks: the case is decided with the last of them. */
export function concludeTrack(
  of: Case,
  concluded: ConcludedTrack,
  decidedAt: Instant,
): Change<Case, CaseEvent> {
  const tracks = of.tracks.map((track) =>
    track.item === concluded.item ? { ...track, ...concluded } : track,
  );
  const isLast = tracks.every(({ outcome }) => outcome !== undefined);
  const status = caseLifecycle.next(of.status, isLast ? 'conclude-last-track' : 'conclude-track');
  return {
    state: { ...of, status, tracks, ...(isLast && { decidedAt }) },
    events: [
      { type: 'track-concluded', ...concluded },
      ...(isLast ? [{ type: 'case-decided', decidedAt } as const] : []),
    ],
  };
}

/** Everything was handed out; a case that is closed stays closed. */
export function closeCase(of: Case, closedAt: Instant): Change<Case, CaseEvent> {
  if (of.status === 'closed') return { state: of, events: [] };
  const status = caseLifecycle.next(of.status, 'close');
  return { state: { ...of, status, closedAt }, events: [{ type: 'case-closed', closedAt }] };
}
