import {
  refuseWhenUnmet,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { passStages } from '../process/passing-stages.js';
import { unlessActive } from '../process/stage-acts.js';
import { unmetOf, type Requirement } from '../requirement.js';
import type { Counting } from './track-clock.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { Opinion } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

export interface OpinionRequest {
  readonly recommendation: 'grant' | 'refuse';
  readonly grounds: readonly string[];
}

/** The reviewer's opinion 审查意见, on which another officer decides (许可法 34). */
export function recordOpinion(
  track: Track,
  { recommendation, grounds }: OpinionRequest,
  reviewer: Person,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'record-opinion');
  refuseWhenUnmet([...unmetOf(requirements, { grounds }), ...reviewAwaited(track)], (unmet) =>
    approvalRefusals.refuse('opinion-not-possible', unmet),
  );
  const opinion: Opinion = {
    recommendation,
    grounds,
    reviewer: reviewer.id,
    reviewerName: reviewer.name,
    recordedAt: now,
  };
  const passed = { by: reviewer, at: now, outcome: recommendation };
  const { track: next, events } = passStages(
    track,
    ({ kind }) => kind === 'review',
    passed,
    counting,
  );
  return {
    state: { ...next, status, opinion },
    events: [{ type: 'opinion-recorded', opinion }, ...events],
  };
}

/** A definition may put other stages before the review. */
const reviewAwaited = ({ stages = [] }: Track): UnmetRule[] =>
  stages.filter(({ kind }) => kind === 'review').flatMap(unlessActive);

const requirements: readonly Requirement<Pick<OpinionRequest, 'grounds'>>[] = [
  {
    rule: 'grounds-given',
    path: 'grounds',
    source: '行政许可法 34',
    message: {
      zh: '请写明审查意见的依据和理由。',
      en: 'State the grounds of the opinion.',
    },
    holds: ({ grounds }) => grounds.some((each) => each.trim() !== ''),
  },
];
