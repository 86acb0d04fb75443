import type { Actor } from '@onewindow/kernel';
import { isOfficerOf } from '../domain/officers.js';
import { hasOwnAct } from '../domain/process/stage-acts.js';
import { activeStages, agencyOfStage, stagesOf } from '../domain/process/stages-of-track.js';
import type { StageOfTrack } from '../domain/process/stage.js';
import { trackLifecycle } from '../domain/track/track-lifecycle.js';
import type { Track } from '../domain/track/track.js';
import { ANSWERING } from '../use-cases/record-answers.js';
import type { Button } from './withheld.js';

export type StageAction = 'complete-stage' | 'return-stage';

/** What the office of this person allows with the stages that are open now. */
export function stageButtonsOn(track: Track, actor: Actor): readonly Button[] {
  const mine = activeStages(track).filter((stage) => isMine(track, stage, actor));
  const returns = track.process?.returns ?? [];
  const isAsked = stagesOf(track).some(({ unanswered }) => unanswered !== undefined);
  const ofStage = (button: StageAction, stages: readonly StageOfTrack[]) =>
    allows(track, button)
      ? stages.map((stage) => ({
          button,
          act: stage.code,
          agency: agencyOfStage(track, stage).agency,
        }))
      : [];
  return [
    ...ofStage(
      'complete-stage',
      mine.filter((stage) => !hasOwnAct(stage)),
    ),
    ...ofStage(
      'return-stage',
      mine.filter(({ code }) => returns.some(({ from }) => from === code)),
    ),
    ...(isAsked &&
    allows(track, 'complete-stage') &&
    isOfficerOf(actor, track.agency, ...ANSWERING.roles)
      ? [{ button: 'record-answers', act: ANSWERING }]
      : []),
  ];
}

const allows = ({ status }: Track, action: StageAction): boolean =>
  trackLifecycle.allows(status, action);

const isMine = (track: Track, stage: StageOfTrack, actor: Actor): boolean =>
  isOfficerOf(actor, agencyOfStage(track, stage).agency, stage.role);
