import type { Actor } from '@onewindow/kernel';
import { isOfficerOf } from '../domain/officers.js';
import { hasOwnAct } from '../domain/process/stage-acts.js';
import { activeStages, agencyOfStage, stagesOf } from '../domain/process/stages-of-track.js';
import type { StageOfTrack } from '../domain/process/stage.js';
import { trackLifecycle } from '../domain/track/track-lifecycle.js';
import type { Track } from '../domain/track/track.js';

export type StageAction = 'complete-stage' | 'return-stage';

/** What this person may do with the stages that are open now. */
export function stageActionsOn(track: Track, actor: Actor): readonly string[] {
  const mine = activeStages(track).filter((stage) => isMine(track, stage, actor));
  const returns = track.process?.returns ?? [];
  const isAsked = stagesOf(track).some(({ unanswered }) => unanswered !== undefined);
  return [
    ...(mine.some((stage) => !hasOwnAct(stage)) && allows(track, 'complete-stage')
      ? ['complete-stage']
      : []),
    ...(mine.some(({ code }) => returns.some(({ from }) => from === code)) &&
    allows(track, 'return-stage')
      ? ['return-stage']
      : []),
    ...(isAsked &&
    allows(track, 'complete-stage') &&
    isOfficerOf(actor, track.agency, 'approver', 'decision-officer')
      ? ['record-answers']
      : []),
  ];
}

const allows = ({ status }: Track, action: StageAction): boolean =>
  trackLifecycle.allows(status, action);

const isMine = (track: Track, stage: StageOfTrack, actor: Actor): boolean =>
  isOfficerOf(actor, agencyOfStage(track, stage).agency, stage.role);
