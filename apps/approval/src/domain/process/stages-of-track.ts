import { isDecided, isEnded } from '../track/track-lifecycle.js';
import type { Track } from '../track/track.js';
import type { StageOfTrack } from './stage.js';

/** The stages that somebody has to do now; none once the track is decided. */
export const activeStages = (track: Track): readonly StageOfTrack[] =>
  isEnded(track.status) ? [] : stagesOf(track).filter(({ status }) => status === 'active');

/** Every stage of a track, as its definition has them or as the law itself does. */
export const stagesOf = (track: Track): readonly StageOfTrack[] =>
  track.stages ?? standardStages(track);

/** Who does a stage: an officer of the agency that it names, else of the deciding one. */
export const agencyOfStage = (
  { agency, agencyName }: Pick<Track, 'agency' | 'agencyName'>,
  stage: Pick<StageOfTrack, 'agency' | 'agencyName'> | undefined,
) =>
  stage?.agency === undefined
    ? { agency, agencyName }
    : { agency: stage.agency, agencyName: stage.agencyName ?? stage.agency };

/** Where nothing else is published: an opinion first, and a decision by another officer (许可法 34). */
function standardStages({ status, opinion, decision }: Track): readonly StageOfTrack[] {
  const review: StageOfTrack = {
    code: 'review',
    name: '审查',
    kind: 'review',
    role: 'approver',
    ...(opinion === undefined
      ? { status: 'active' }
      : {
          status: 'done',
          doneAt: opinion.recordedAt,
          doneBy: opinion.reviewer,
          outcome: opinion.recommendation,
        }),
  };
  const deciding: StageOfTrack = {
    code: 'decision',
    name: '决定',
    kind: 'decision',
    role: 'decision-officer',
    ...(opinion && { since: opinion.recordedAt }),
    ...(decision && {
      doneAt: decision.decidedAt,
      doneBy: decision.decidedBy,
      outcome: decision.outcome,
    }),
    status: isDecided(status) ? 'done' : opinion === undefined ? 'waiting' : 'active',
  };
  return [review, deciding];
}
