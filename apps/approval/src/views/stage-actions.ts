import type { StageView } from '@onewindow/contracts';
import type { Actor, Instant } from '@onewindow/kernel';
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
      const { actions } = allowedWith(track, stage, actor, standing(agency).now);
      return actions.map((button) => ({ button, act: stage.code, agency }));
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
  const own = standing(agencyOfStage(track, stage).agency);
  const { actions, returnsTo } = allowedWith(track, stage, actor, own.now);
  if (actions.length === 0 || unmetToAct(track, stage.code, actor, own).length > 0) return {};
  return {
    actions: [...actions],
    ...(actions.includes('return-stage') && { returnsTo: [...returnsTo] }),
  };
}

/** By the order of steps and the office: an opinion, a checklist and a decision end their stage by themselves. */
function allowedWith(
  track: Track,
  stage: StageOfTrack,
  actor: Actor,
  now: Instant,
): { readonly actions: readonly StageAction[]; readonly returnsTo: readonly string[] } {
  const { agency } = agencyOfStage(track, stage);
  if (!isOfficerOf(actor, agency, stage.role)) return { actions: [], returnsTo: [] };
  const returnsTo = waysBackFrom(track, stage.code, now);
  const actions = [
    ...(hasOwnAct(stage) ? [] : (['complete-stage'] as const)),
    ...(returnsTo.length === 0 ? [] : (['return-stage'] as const)),
  ].filter((action) => allows(track, action));
  return { actions, returnsTo };
}

const allows = ({ status }: Track, action: StageAction): boolean =>
  trackLifecycle.allows(status, action);
