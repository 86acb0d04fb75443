import type { StageView } from '@onewindow/contracts';
import type { Actor } from '@onewindow/kernel';
import type { Standing } from '../domain/officers/act.js';
import { unmetToAct } from '../domain/officers/may-act.js';
import { isOfficerOf } from '../domain/officers.js';
import { hasOwnAct } from '../domain/process/stage-acts.js';
import { activeStages, agencyOfStage, stagesOf } from '../domain/process/stages-of-track.js';
import type { StageOfTrack } from '../domain/process/stage.js';
import { waysBackFrom } from '../domain/process/ways-back.js';
import { trackLifecycle } from '../domain/track/track-lifecycle.js';
import type { Track } from '../domain/track/track.js';
import { ANSWERING } from '../use-cases/record-answers.js';
import type { Button } from './withheld.js';

export type StageAction = 'complete-stage' | 'return-stage';

/** What the office of this person allows with the stages that are open now. */
export function stageButtonsOn(
  track: Track,
  actor: Actor,
  standing: (agency: string) => Standing,
): readonly Button[] {
  const isAsked = stagesOf(track).some(({ unanswered }) => unanswered !== undefined);
  return [
    ...activeStages(track).flatMap((stage) => {
      const { agency } = agencyOfStage(track, stage);
      return allowedWith(track, stage, actor, standing).map((button) => ({
        button,
        act: stage.code,
        agency,
      }));
    }),
    ...(isAsked &&
    allows(track, 'complete-stage') &&
    isOfficerOf(actor, track.agency, ...ANSWERING.roles)
      ? [{ button: 'record-answers', act: ANSWERING }]
      : []),
  ];
}

/** What this person may do with one stage now, as the guard of each act says, and where to it may send the track back. */
export function offersOnStage(
  track: Track,
  stage: StageOfTrack,
  actor: Actor,
  standing: (agency: string) => Standing,
): Pick<StageView, 'actions' | 'returnsTo'> {
  if (stage.status !== 'active') return {};
  const allowed = allowedWith(track, stage, actor, standing);
  if (allowed.length === 0) return {};
  const own = standing(agencyOfStage(track, stage).agency);
  if (unmetToAct(track, stage.code, actor, own).length > 0) return {};
  const returnsTo = waysBackFrom(track, stage.code, own.now);
  return {
    actions: [...allowed],
    ...(allowed.includes('return-stage') && { returnsTo: [...returnsTo] }),
  };
}

/** By the order of steps and the office: an opinion, a checklist and a decision end their stage by themselves. */
function allowedWith(
  track: Track,
  stage: StageOfTrack,
  actor: Actor,
  standing: (agency: string) => Standing,
): readonly StageAction[] {
  const { agency } = agencyOfStage(track, stage);
  if (!isOfficerOf(actor, agency, stage.role)) return [];
  const ways = waysBackFrom(track, stage.code, standing(agency).now);
  return [
    ...(hasOwnAct(stage) ? [] : (['complete-stage'] as const)),
    ...(ways.length === 0 ? [] : (['return-stage'] as const)),
  ].filter((action) => allows(track, action));
}

const allows = ({ status }: Track, action: StageAction): boolean =>
  trackLifecycle.allows(status, action);
