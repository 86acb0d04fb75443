import type { TaskRow } from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import type { Standing } from '../domain/officers/act.js';
import { unmetByReviewing, unmetToClaim } from '../domain/officers/claiming.js';
import { unmetToAct } from '../domain/officers/may-act.js';
import { unmetToEndTogether } from '../domain/process/batches.js';
import { activeStages, agencyOfStage } from '../domain/process/stages-of-track.js';
import type { StageOfTrack } from '../domain/process/stage.js';
import type { Track } from '../domain/track/track.js';
import { MARKING } from '../use-cases/keep-tasks.js';
import { gathered, type Asked } from './withheld.js';

/** What may be done about a task by whoever looks at the list, and why the rest of their office may not: the guard of every act says so. */
export function actionsOfTask(
  code: string,
  track: Track,
  actor: Person,
  standing: Standing,
): Pick<TaskRow, 'actions' | 'withheld'> {
  const stage = activeStages(track).find((each) => each.code === code);
  // Ended, or passed to another agency, since the list was read.
  if (stage === undefined || agencyOfStage(track, stage).agency !== actor.department) {
    return { actions: [] };
  }
  const held = track.assignments?.[code];
  const isHead = actor.roles.includes('agency-head');
  const isForMe = held === undefined ? actor.roles.includes(stage.role) : held.officer === actor.id;
  return gathered([
    ...(held === undefined && isForMe
      ? [{ button: 'claim-task', unmet: unmetToClaim(track, stage, actor, standing) }]
      : []),
    ...(held !== undefined && (isForMe || isHead) ? [{ button: 'release-task', unmet: [] }] : []),
    ...(isForMe ? [endingTogether(track, stage, actor, standing)] : []),
    ...(isHead ? [{ button: 'assign-task', unmet: [] }] : []),
    ...(isHead && track.agency === actor.department
      ? [{ button: 'mark-green-lane', unmet: unmetToAct(track, MARKING, actor, standing) }]
      : []),
  ]);
}

const endingTogether = (
  track: Track,
  stage: StageOfTrack,
  actor: Person,
  standing: Standing,
): Asked => ({
  button: 'complete-stages',
  unmet: [
    ...(actor.roles.includes(stage.role)
      ? unmetToAct(track, stage.code, actor, standing)
      : [NOT_THE_ROLE]),
    ...unmetByReviewing(track, stage, actor),
    ...unmetToEndTogether(track, stage),
  ],
});

const NOT_THE_ROLE = {
  rule: 'role-of-the-stage',
  message: {
    zh: '您的账号没有本环节要求的岗位角色，请由负责人改派。',
    en: 'Your account does not have the role that this stage asks for; the head may assign it to somebody else.',
  },
};
