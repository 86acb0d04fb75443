import {
  legalDateAt,
  refuseWhenUnmet,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import type { ClockEvent } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import { waitingFor, type WaitingTracks } from '../plan/earlier-results.js';
import { firstLevelOf } from '../process/first-review.js';
import { passStages } from '../process/passing-stages.js';
import { unlessActive } from '../process/stage-acts.js';
import type { StageOfTrack } from '../process/stage.js';
import type { OpinionRequest } from './opinion.js';
import { missTerm } from './term.js';
import { datesOf, type Counting } from './track-clock.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';
import type { TransferredUp } from './transferred-up.js';

export interface TransferMeans {
  readonly counting: Counting;
  /** Whether the promise of the decision waits for an earlier result. */
  readonly waitingTracks: WaitingTracks;
  /** What stands against the report outside the track. */
  readonly alsoRequired?: readonly UnmetRule[];
}

/**
 * Ends the first review and reports it to the agency that decides 上报 (许可法 35). What the first level owed stays judged by its
 * own clock (43); the terms of the decision begin on the day of the report, which is not counted. From here on the track is the
 * other agency's: its officers act, its name stands on the papers, and nobody returns it.
 */
export function transferTrack(
  before: Track,
  { recommendation, grounds }: OpinionRequest,
  officer: Person,
  now: Instant,
  { counting, waitingTracks, alsoRequired = [] }: TransferMeans,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(before.status, 'transfer-up');
  refuseWhenUnmet([...unmetForTransfer(before, grounds), ...alsoRequired], (unmet) =>
    approvalRefusals.refuse('transfer-not-possible', unmet),
  );
  // A term that passed is missed, whether or not its deadline was fired before the report.
  const { state: track, events: missed } = missTerm(before, now, counting);
  const { firstReview, missedAt } = track;
  if (firstReview === undefined) throw new TypeError('a first review names who decides');
  const ended: ClockEvent[] = [...track.clock, { type: 'met', on: legalDateAt(now) }];
  const transfer: TransferredUp = {
    from: track.agency,
    fromName: track.agencyName,
    to: firstReview.agency,
    toName: firstReview.agencyName,
    at: now,
    opinion: {
      recommendation,
      grounds,
      reviewer: officer.id,
      reviewerName: officer.name,
      recordedAt: now,
    },
    term: track.terms.statutory,
    clock: ended,
    due: datesOf(track.terms, ended, counting).statutory,
    ...(missedAt !== undefined && { missedAt }),
  };
  const terms = firstReview.termsOfDecision;
  const reported = reportedTo(track, transfer, { terms, now, counting });
  const waiting = waitingFor(reported, reported.awaits ?? [], waitingTracks, counting);
  const passed = { by: officer, at: now, outcome: recommendation };
  const { track: next, events } = passStages(
    { ...waiting, status },
    isFirstReview,
    passed,
    counting,
  );
  const { statutory, promised } = next.dates;
  return {
    state: next,
    events: [
      ...missed,
      { type: 'track-transferred', transfer, statutory, ...(promised && { promised }) },
      ...events,
    ],
  };
}

/** The same track in the hands of the agency that decides: neither the first clock nor a draft of the first level counts any more. */
function reportedTo(
  track: Track,
  transferredUp: TransferredUp,
  { terms, now, counting }: { terms: Track['terms']; now: Instant; counting: Counting },
): Track {
  const { firstReview: _f, warned: _w, missedAt: _m, draft: _d, ...kept } = track;
  const { from, fromName, to, toName } = transferredUp;
  const below = firstLevelOf(track.process?.stages ?? []);
  const clock: ClockEvent[] = [{ type: 'started', on: legalDateAt(now) }];
  return {
    ...kept,
    agency: to,
    agencyName: toName,
    terms,
    clock,
    dates: datesOf(terms, clock, counting),
    transferredUp,
    stages: (track.stages ?? []).map((stage) =>
      below.has(stage.code) && stage.agency === undefined
        ? { ...stage, agency: from, agencyName: fromName }
        : stage,
    ),
  };
}

export const isFirstReview = ({ kind }: StageOfTrack): boolean => kind === 'first-review';

function unmetForTransfer(
  { stages = [], firstReview }: Track,
  grounds: readonly string[],
): UnmetRule[] {
  const stage = stages.find(isFirstReview);
  return [
    ...(stage === undefined || firstReview === undefined
      ? [stage === undefined ? NO_HIGHER_AGENCY : REPORTED_ALREADY]
      : unlessActive(stage)),
    ...(grounds.some((each) => each.trim() !== '') ? [] : [GROUNDS]),
  ];
}

const NO_HIGHER_AGENCY: UnmetRule = {
  rule: 'first-review-prescribed',
  source: '行政许可法 35',
  message: {
    zh: '本事项由本机关决定，流程没有规定报送上级机关。',
    en: 'This agency decides the item itself; its process prescribes no report to a higher one.',
  },
};

const REPORTED_ALREADY: UnmetRule = {
  rule: 'reported-once',
  source: '行政许可法 35',
  message: {
    zh: '初审意见和全部材料已经报送上级机关。',
    en: 'The first review was reported with all materials already.',
  },
};

const GROUNDS: UnmetRule = {
  rule: 'grounds-given',
  path: 'grounds',
  source: '行政许可法 35',
  message: {
    zh: '请写明初审意见的依据和理由。',
    en: 'State the grounds of the first review.',
  },
};
