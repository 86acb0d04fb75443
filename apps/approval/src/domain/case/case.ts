import {
  aggregateKind,
  legalDateAt,
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
} from '@onewindow/kernel';
import type { BundleHandling, ClockEvent } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import type { TermExtension } from '../clock/term-extension.js';
import type { WarningLamp } from '../clock/warnings.js';
import type { DueDate } from '../due-date.js';
import type { Applicant, Outcome, Premises } from '../parties.js';
import type { NodeResult, PlanOfCase } from '../plan/plan.js';
import type { Counting } from '../track/track-clock.js';
import type { ConfidentialityMark } from '../track/publication-ruling.js';
import { caseLifecycle, type CaseStatus } from './case-lifecycle.js';
import type { Moved, MovedBy } from '../rederivation/moved-dates.js';
import { jointDeadlinesOf, startJointClock, withEvent, type JointClock } from './joint-clock.js';

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
  /** Of a bundle with a plan: what comes before what. */
  readonly plan?: PlanOfCase;
  /** Of the nodes that are no tracks. */
  readonly results?: readonly NodeResult[];
  /** Agencies that decide none of them and have a stage of one to do, or a node of the plan that no track decides. */
  readonly alsoAgencies?: readonly string[];
  /** The agency of the first item, whose name stands on papers of the whole case. */
  readonly leadAgencyName?: string;
  /** Only of a bundle that the place handles jointly under 许可法 26②. */
  readonly joint?: JointClock;
  readonly decidedAt?: Instant;
  readonly closedAt?: Instant;
  /** When a track of it last had to be decided anew. */
  readonly reopenedAt?: Instant;
  /** What the applicant wants kept from the public, and when it was last said after the acceptance. */
  readonly confidential?: readonly ConfidentialityMark[];
  readonly markedAt?: Instant;
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
  /** The applicant took it back. */
  readonly withdrawnAt?: Instant;
}

export const isConcluded = ({ outcome, withdrawnAt }: TrackOfCase): boolean =>
  outcome !== undefined || withdrawnAt !== undefined;

export interface TrackDue {
  readonly item: string;
  readonly itemName: string;
  readonly agency: string;
  readonly statutory: DueDate;
  readonly promised?: DueDate;
}

export type CaseEvent =
  | {
      readonly type: 'case-opened';
      readonly tracks: readonly TrackDue[];
      readonly joint?: DueDate;
    }
  | {
      readonly type: 'track-concluded';
      readonly item: string;
      readonly outcome: Outcome;
      readonly licenceNumber?: string;
    }
  | {
      readonly type: 'joint-term-extended';
      readonly extension: TermExtension;
      readonly due: DueDate;
    }
  /** A special procedure of a track began or ended. */
  | { readonly type: 'joint-clock-moved'; readonly by: ClockEvent; readonly due: DueDate }
  /** A calendar was published or amended: the date of the joint term. */
  | ({ readonly type: 'due-dates-moved' } & MovedBy & Moved<{ readonly statutory: DueDate }>)
  | { readonly type: 'joint-term-warning'; readonly due: LegalDate; readonly lamp: WarningLamp }
  | {
      readonly type: 'joint-term-missed';
      readonly due: LegalDate;
      readonly missedAt: Instant;
      readonly article: string;
    }
  /** Its decision was quashed and has to be made anew. */
  | { readonly type: 'track-reopened'; readonly item: string; readonly reopenedAt: Instant }
  /** The applicant took an item back, or the last of them. */
  | { readonly type: 'track-left'; readonly item: string; readonly withdrawnAt: Instant }
  | { readonly type: 'case-withdrawn'; readonly withdrawnAt: Instant }
  /** Another agency decides from here on. */
  | {
      readonly type: 'track-transferred';
      readonly item: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'confidentiality-marked';
      readonly marks: readonly ConfidentialityMark[];
      readonly markedAt: Instant;
    }
  | { readonly type: 'node-recorded'; readonly result: NodeResult }
  | { readonly type: 'case-decided'; readonly decidedAt: Instant }
  | { readonly type: 'case-closed'; readonly closedAt: Instant };

export const CASE_DEADLINES = ['joint-warning', 'joint-end'] as const;
export type CaseDeadline = (typeof CASE_DEADLINES)[number];

export const caseDeadlinesOf = (of: Case): Readonly<Record<CaseDeadline, Instant | undefined>> =>
  jointDeadlinesOf(of.joint);

export const caseKind = aggregateKind<Case, CaseEvent>('case');

export type AcceptedApplication = Omit<
  Case,
  | 'status'
  | 'openedAt'
  | 'tracks'
  | 'alsoAgencies'
  | 'results'
  | 'leadAgencyName'
  | 'joint'
  | 'decidedAt'
  | 'closedAt'
  | 'reopenedAt'
  | 'markedAt'
> & {
  /** How the place handles the bundle; only joint handling has a clock of its own (许可法 42②). */
  readonly handling?: BundleHandling;
};

export function openCase(
  { handling, ...accepted }: AcceptedApplication,
  {
    tracks,
    leadAgencyName,
    alsoAgencies = [],
  }: {
    readonly tracks: readonly TrackDue[];
    readonly leadAgencyName: string;
    readonly alsoAgencies?: readonly string[];
  },
  now: Instant,
  counting: Counting,
): Change<Case, CaseEvent> {
  // A single item leaves nothing to be handled together.
  const joint =
    handling === 'joint' && tracks.length > 1
      ? startJointClock(accepted.acceptedAt, counting)
      : undefined;
  return {
    state: {
      ...accepted,
      openedAt: now,
      status: caseLifecycle.initial,
      tracks: tracks.map(({ item, agency }) => ({ item, agency })),
      ...(alsoAgencies.length > 0 && { alsoAgencies }),
      ...(joint && { joint, leadAgencyName }),
    },
    events: [{ type: 'case-opened', tracks, ...(joint && { joint: joint.due }) }],
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
  counting: Counting,
): Change<Case, CaseEvent> {
  const tracks = of.tracks.map((track) =>
    track.item === concluded.item ? { ...track, ...concluded } : track,
  );
  const isLast = tracks.every(isConcluded);
  const status = caseLifecycle.next(of.status, isLast ? 'conclude-last-track' : 'conclude-track');
  const joint =
    isLast &&
    of.joint &&
    withEvent(of.joint, { type: 'met', on: legalDateAt(decidedAt) }, counting);
  return {
    state: { ...of, status, tracks, ...(joint && { joint }), ...(isLast && { decidedAt }) },
    events: [
      { type: 'track-concluded', ...concluded },
      ...(isLast ? [{ type: 'case-decided', decidedAt } as const] : []),
    ],
  };
}

/** A track has to be decided anew, and with it the case. The joint term was kept or missed with the first decisions and stays so. */
export function reopenTrackOf(
  of: Case,
  item: string,
  reopenedAt: Instant,
): Change<Case, CaseEvent> {
  const status = caseLifecycle.next(of.status, 'reopen-track');
  const { decidedAt: _, closedAt: __, ...kept } = of;
  return {
    state: {
      ...kept,
      status,
      reopenedAt,
      tracks: of.tracks.map((track) =>
        track.item === item ? { item, agency: track.agency } : track,
      ),
    },
    events: [{ type: 'track-reopened', item, reopenedAt }],
  };
}

/** The agency that decides a track from here on; the one of the first review goes on reading what it did (许可法 35). */
export function transferTrackOf(of: Case, item: string, to: string): Change<Case, CaseEvent> {
  const status = caseLifecycle.next(of.status, 'transfer-track');
  const from = of.tracks.find((track) => track.item === item)?.agency;
  if (from === undefined) throw approvalRefusals.refuse('track-not-found');
  const { alsoAgencies = [] } = of;
  return {
    state: {
      ...of,
      status,
      tracks: of.tracks.map((track) => (track.item === item ? { ...track, agency: to } : track)),
      alsoAgencies: [...new Set([...alsoAgencies, from])],
    },
    events: [{ type: 'track-transferred', item, from, to }],
  };
}

/** What was marked last holds, in whatever order it is told. */
export function markCase(
  of: Case,
  told: { readonly marks: readonly ConfidentialityMark[]; readonly markedAt: Instant },
): Change<Case, CaseEvent> {
  const { marks: confidential, markedAt } = told;
  if (of.markedAt !== undefined && of.markedAt >= markedAt) return unchanged(of);
  return {
    state: { ...of, confidential, markedAt },
    events: [{ type: 'confidentiality-marked', ...told }],
  };
}

/** Everything was handed out; a case that is closed stays closed. */
export function closeCase(of: Case, closedAt: Instant): Change<Case, CaseEvent> {
  if (of.status === 'closed') return { state: of, events: [] };
  // A dispatch that crossed the reopening of a track: there is a result to come, and another dispatch with it.
  if (of.reopenedAt !== undefined && (of.status === 'open' || closedAt < of.reopenedAt)) {
    return { state: of, events: [] };
  }
  const status = caseLifecycle.next(of.status, 'close');
  return { state: { ...of, status, closedAt }, events: [{ type: 'case-closed', closedAt }] };
}
