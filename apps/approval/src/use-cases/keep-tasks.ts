import { refuseWhenUnmet, type Actor, type Instant, type LegalDate } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { isOfficerOf, requireOfficerOf } from '../domain/officers.js';
import type { Act } from '../domain/officers/act.js';
import { unmetToClaim } from '../domain/officers/claiming.js';
import { markGreenLane as mark } from '../domain/officers/green-lane.js';
import { requireMayAct } from '../domain/officers/may-act.js';
import {
  activeStage,
  assignTask as assign,
  claimTask as claim,
  releaseTask as release,
} from '../domain/officers/tasks.js';
import { agencyOfStage } from '../domain/process/stages-of-track.js';
import type { Track } from '../domain/track/track.js';
import { mayHave, standingOf } from './acting.js';
import { headOf } from './officers-of-agency.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseOf, saveTrack, trackFor, type TrackReference } from './records.js';

export interface TaskReference extends TrackReference {
  readonly stage: string;
}

/** Who has the task from now on. */
export interface TaskHeld {
  readonly officer?: string;
  readonly officerName?: string;
  readonly since?: Instant;
}

/** Of two at once one has it; the other is told who. */
export const claimTask =
  (deps: ApprovalDependencies) =>
  (task: TaskReference, { actor }: Asking): Promise<TaskHeld> =>
    deps.transact(async (changes) => {
      const track = await trackFor(changes, task, actor);
      requireTakesPart(track, actor);
      const of = await caseOf(changes, task.caseNumber);
      const stage = activeStage(track, task.stage);
      const person = requireOfficerOf(agencyOfStage(track, stage), actor, stage.role);
      const standing = await standingOf(deps, changes, { track, of, act: task.stage }, actor);
      refuseWhenUnmet(unmetToClaim(track, stage, actor, standing), (unmet) =>
        approvalRefusals.refuse('may-not-act', unmet),
      );
      const change = claim(track, task.stage, person, standing.now);
      saveTrack(changes, track, change);
      return held(change.state, task.stage);
    });

export const releaseTask =
  (deps: ApprovalDependencies) =>
  ({ reason, ...task }: TaskReference & { readonly reason: string }, { actor }: Asking) =>
    deps.transact(async (changes): Promise<TaskHeld> => {
      const track = await trackFor(changes, task, actor);
      requireTakesPart(track, actor);
      const stage = activeStage(track, task.stage);
      const { agency } = agencyOfStage(track, stage);
      const own = track.assignments?.[task.stage]?.officer === actor.id;
      if (!own && !isOfficerOf(actor, agency, 'agency-head')) {
        throw approvalRefusals.refuse('task-held');
      }
      const change = release(track, task.stage, actor.id, reason);
      saveTrack(changes, track, change);
      return held(change.state, task.stage);
    });

export interface AssignTask extends TaskReference {
  readonly officer: string;
  readonly reason: string;
}

/** The head may give a task to anybody who may have it, over the limit too. */
export const assignTask =
  (deps: ApprovalDependencies) =>
  ({ officer: account, reason, ...task }: AssignTask, { actor }: Asking): Promise<TaskHeld> =>
    deps.transact(async (changes) => {
      const track = await trackFor(changes, task, actor);
      requireTakesPart(track, actor);
      const of = await caseOf(changes, task.caseNumber);
      const stage = activeStage(track, task.stage);
      const { officer, person } = await headOf(changes, account, actor);
      const since = deps.now();
      const { agency } = agencyOfStage(track, stage);
      const may =
        officer.agency === agency &&
        (await mayHave(deps, changes, officer, { track, of, stage }, since));
      refuseWhenUnmet(may ? [] : [MAY_NOT_HAVE_IT], (unmet) =>
        approvalRefusals.refuse('assignment-not-possible', unmet),
      );
      const assignment = { since, by: 'head', assignedBy: person.id, reason } as const;
      const change = assign(track, task.stage, officer, assignment);
      saveTrack(changes, track, change);
      return held(change.state, task.stage);
    });

/** Officers of agencies that have no part in the track learn nothing of its tasks, though they see the case. */
function requireTakesPart(track: Track, actor: Actor): void {
  const agencies = [track.agency, ...(track.stages ?? []).flatMap(({ agency }) => agency ?? [])];
  if (actor.kind === 'person' && agencies.some((agency) => agency === actor.department)) return;
  throw approvalRefusals.refuse('not-the-deciding-agency');
}

/** By the office alone. */
export const MARKING: Act = { roles: ['agency-head'], withoutTask: true };

export interface MarkGreenLane extends TrackReference {
  readonly reason: string;
  readonly internalDue?: LegalDate;
}

export const markGreenLane =
  (deps: ApprovalDependencies) =>
  ({ reason, internalDue, ...reference }: MarkGreenLane, { actor }: Asking) =>
    deps.transact(async (changes): Promise<{ markedAt: Instant }> => {
      const track = await trackFor(changes, reference, actor);
      const of = await caseOf(changes, reference.caseNumber);
      const standing = await standingOf(deps, changes, { track, of, act: MARKING }, actor);
      const { person } = requireMayAct(track, MARKING, actor, standing);
      const markedAt = standing.now;
      saveTrack(
        changes,
        track,
        mark(track, { reason, ...(internalDue && { internalDue }) }, person, markedAt),
      );
      return { markedAt };
    });

function held({ assignments }: Track, stage: string): TaskHeld {
  const found = assignments?.[stage];
  return found === undefined
    ? {}
    : { officer: found.officer, officerName: found.name, since: found.since };
}

const MAY_NOT_HAVE_IT = {
  rule: 'officer-may-have-it',
  path: 'officer',
  message: {
    zh: '该人员应当回避、在休假、已离岗，或者没有这项职权；请另选一位。',
    en: 'This officer stands back, is on leave, has left or is not competent for it; choose another one.',
  },
};
