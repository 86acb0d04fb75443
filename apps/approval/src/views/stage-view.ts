import type { StageView, TrackView } from '@onewindow/contracts';
import { withStageTerms } from '../domain/process/stage-terms.js';
import type { StageOfTrack } from '../domain/process/stage.js';
import type { Counting } from '../domain/track/track-clock.js';
import type { Track } from '../domain/track/track.js';

/** The stages of a track under a published process, with their dates on the calendar of today. */
export function stagesView(
  track: Track,
  counting: Counting,
): Pick<TrackView, 'process' | 'stages'> {
  const { process } = track;
  const { stages } = withStageTerms(track, counting);
  if (process === undefined || stages === undefined) return {};
  return {
    process: { code: process.code, version: process.version },
    stages: stages.map(stageView),
  };
}

const stageView = ({ doneBy: _, skipped, unanswered, due, ...stage }: StageOfTrack): StageView => ({
  ...stage,
  role: stage.role as StageView['role'],
  ...(due && { due: { ...due } }),
  ...(skipped && { skippedBecause: skipped.reason }),
  ...(unanswered && { unanswered: [...unanswered] }),
});
