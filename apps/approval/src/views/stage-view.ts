import type { StageView, TrackView } from '@onewindow/contracts';
import type { Actor } from '@onewindow/kernel';
import type { Standing } from '../domain/officers/act.js';
import { withStageTerms } from '../domain/process/stage-terms.js';
import type { StageOfTrack } from '../domain/process/stage.js';
import type { Counting } from '../domain/track/track-clock.js';
import type { Track } from '../domain/track/track.js';
import { offersOnStage } from './stage-actions.js';

/** Who looks, by which calendar, and what the guard rests on. */
interface LookingAtStages {
  readonly actor: Actor;
  readonly counting: Counting;
  readonly standing: (agency: string) => Standing;
}

/** The stages of a track under a published process, with their dates on the calendar of today and what may be done with each. */
export function stagesView(
  track: Track,
  { actor, counting, standing }: LookingAtStages,
): Pick<TrackView, 'process' | 'stages'> {
  const { process } = track;
  const { stages } = withStageTerms(track, counting);
  if (process === undefined || stages === undefined) return {};
  return {
    process: { code: process.code, version: process.version },
    stages: stages.map((stage) => ({
      ...stageView(stage),
      ...offersOnStage(track, stage, actor, standing),
    })),
  };
}

const stageView = ({
  doneBy: _,
  skipped,
  unanswered,
  due,
  returned,
  ...stage
}: StageOfTrack): StageView => ({
  ...stage,
  role: stage.role as StageView['role'],
  ...(due && { due: { ...due } }),
  ...(skipped && { skippedBecause: skipped.reason }),
  ...(unanswered && { unanswered: [...unanswered] }),
  ...(returned && {
    returned: {
      from: returned.from,
      reason: returned.reason,
      by: returned.byName,
      at: returned.at,
    },
  }),
});
