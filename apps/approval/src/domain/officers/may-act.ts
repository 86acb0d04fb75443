import {
  Refusal,
  refuseWhenUnmet,
  type Actor,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { isOfficerOf, requireOfficerOf, type Agency } from '../officers.js';
import type { StageOfTrack } from '../process/stage.js';
import { needsOpinion } from '../process/passing-stages.js';
import { activeStages, agencyOfStage, stagesOf } from '../process/stages-of-track.js';
import type { Track } from '../track/track.js';
import type { Act, Acting, ActSituation, Standing, TaskOfAct } from './act.js';
import { unmetForActing } from './acting-rules.js';
import type { KindOfAct } from './authorisation.js';
import { authorityFor } from './authority.js';

/**
 * Whether somebody may do this on a track: the only answer to that question, for every act. An officer of another agency is
 * refused alone and learns nothing; everybody else is told all that stands in the way.
 */
export function requireMayAct(
  track: Track,
  act: Act | string,
  actor: Actor,
  standing: Standing,
): Acting {
  const asked = typeof act === 'string' ? actOfStage(track, act) : act;
  const agency = agencyOfAct(track, asked);
  const person = requireOfficerOf(agency, actor, ...asked.roles);
  if (!standing.published) return { person };
  const situation = situationOf(track, asked, person, agency, standing);
  refuseWhenUnmet(unmetForActing(situation), (unmet) =>
    approvalRefusals.refuse('may-not-act', unmet),
  );
  const { authority, byOffice, task } = situation;
  const claims = task?.assignment === undefined && !byOffice ? task?.stage : undefined;
  return {
    person,
    ...(authority && { under: authority }),
    ...(claims !== undefined && { claims }),
  };
}

/** What the guard would say of it, for those who only ask; nothing where it may be done. */
export function unmetToAct(...asked: Parameters<typeof requireMayAct>): readonly UnmetRule[] {
  try {
    requireMayAct(...asked);
    return [];
  } catch (error) {
    if (error instanceof Refusal && error.unmet.length > 0) return error.unmet;
    throw error;
  }
}

function situationOf(
  track: Track,
  act: Act,
  person: Person,
  agency: Agency,
  standing: Standing,
): ActSituation {
  const { officer, now, delegators } = standing;
  const asked = { item: track.item, act: act.kind };
  const authority = officer && authorityFor(officer, asked, now, delegators);
  const tasks = act.withoutTask ? {} : tasksOf(track, act, person);
  return {
    track,
    person,
    agency,
    byOffice:
      act.roles.includes('agency-head') && isOfficerOf(person, agency.agency, 'agency-head'),
    standing,
    ...(authority && { authority }),
    ...tasks,
  };
}

type TasksOfAct = Pick<ActSituation, 'task' | 'choices'>;

/** One's own task before one of the pool, and that before somebody else's. Which of several in the pool is meant, nobody guesses. */
function tasksOf(track: Track, act: Act, person: Person): TasksOfAct {
  const tasks = activeStages(track)
    .filter((stage) => isStageOf(track, stage, act))
    .map(({ code, name }): TaskOfAct => {
      const assignment = track.assignments?.[code];
      return { stage: code, name, ...(assignment && { assignment }) };
    });
  const own = tasks.find(({ assignment }) => assignment?.officer === person.id);
  const pool = tasks.filter(({ assignment }) => assignment === undefined);
  if (own === undefined && pool.length > 1) return { choices: pool };
  const task = own ?? pool[0] ?? tasks[0];
  return task ? { task } : {};
}

const isStageOf = (track: Track, stage: StageOfTrack, act: Act): boolean =>
  act.stage === undefined
    ? act.roles.includes(stage.role) && agencyOfStage(track, stage).agency === track.agency
    : act.stage === stage.code;

const agencyOfAct = (track: Track, { stage }: Act): Agency =>
  agencyOfStage(
    track,
    stagesOf(track).find(({ code }) => code === stage),
  );

function actOfStage(track: Track, code: string): Act {
  const stage = stagesOf(track).find((each) => each.code === code);
  if (stage === undefined) throw approvalRefusals.refuse('stage-not-found');
  return { kind: kindOfAct(track, stage), roles: [stage.role], stage: code };
}

/** Only the decision itself is deciding, on the spot where no opinion comes before it; everything that leads to it is review. */
export const kindOfAct = (track: Track, { kind }: Pick<StageOfTrack, 'kind'>): KindOfAct => {
  if (kind !== 'decision') return 'review';
  return needsOpinion(track) ? 'decide' : 'decide-at-window';
};
