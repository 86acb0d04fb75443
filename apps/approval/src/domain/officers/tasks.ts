import { refuseWhenUnmet, type Change, type Instant, type Person } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import type { StageOfTrack } from '../process/stage.js';
import { activeStages } from '../process/stages-of-track.js';
import { trackLifecycle } from '../track/track-lifecycle.js';
import type { TrackEvent } from '../track/track-events.js';
import type { Track } from '../track/track.js';
import type { Officer } from './officer.js';
import type { Assignment } from './task.js';

/** A stage that is to be done now; refused where it is not there, not yet or no longer to be done. */
export function activeStage(track: Track, code: string): StageOfTrack {
  const stage = activeStages(track).find((each) => each.code === code);
  if (stage === undefined) throw approvalRefusals.refuse('task-not-open');
  return stage;
}

/** The task goes to an officer: by load, by the head, or with the work of somebody else. */
export const assignTask = (
  track: Track,
  stage: string,
  { account, name }: Pick<Officer, 'account' | 'name'>,
  assignment: Pick<Assignment, 'since' | 'by' | 'assignedBy' | 'reason'>,
): Change<Track, TrackEvent> => put(track, stage, { officer: account, name, ...assignment });

/** Whoever claims first has it; everybody else is told who. Claimed again by the same person it stays as it is. */
export function claimTask(
  track: Track,
  stage: string,
  person: Person,
  now: Instant,
): Change<Track, TrackEvent> {
  activeStage(track, stage);
  const held = track.assignments?.[stage];
  if (held?.officer === person.id) return { state: track, events: [] };
  refuseWhenUnmet(held === undefined ? [] : [heldBy(held)], (unmet) =>
    approvalRefusals.refuse('task-held', unmet),
  );
  return put(track, stage, { officer: person.id, name: person.name, since: now, by: 'claim' });
}

/** Back into the pool, with the reason. */
export function releaseTask(
  track: Track,
  stage: string,
  by: string,
  reason: string,
): Change<Track, TrackEvent> {
  activeStage(track, stage);
  const { [stage]: held, ...assignments } = track.assignments ?? {};
  if (held === undefined) return { state: track, events: [] };
  const status = trackLifecycle.next(track.status, 'assign');
  const passedOn = withPassedOn(track, stage, held.officer);
  return {
    state: { ...track, status, assignments, passedOn },
    events: [{ type: 'task-released', stage, from: held.officer, by, reason }],
  };
}

function put(track: Track, stage: string, assignment: Assignment): Change<Track, TrackEvent> {
  activeStage(track, stage);
  const status = trackLifecycle.next(track.status, 'assign');
  const held = track.assignments?.[stage];
  const isAnothers = held !== undefined && held.officer !== assignment.officer;
  return {
    state: {
      ...track,
      status,
      assignments: { ...track.assignments, [stage]: assignment },
      ...(isAnothers && { passedOn: withPassedOn(track, stage, held.officer) }),
    },
    events: [{ type: 'task-assigned', stage, assignment }],
  };
}

const withPassedOn = ({ passedOn = {} }: Track, stage: string, officer: string) => ({
  ...passedOn,
  [stage]: [...new Set([...(passedOn[stage] ?? []), officer])],
});

/** Whether the stage began again after the task was given out: it was done before, and came back. */
export const isOfAnEarlierRound = (
  { since }: Pick<Assignment, 'since'>,
  { since: begun }: Pick<StageOfTrack, 'since'>,
): boolean => begun !== undefined && since < begun;

export const heldBy = ({ name, since }: Assignment) => ({
  rule: 'task-free',
  message: {
    zh: `该任务已由${name}承办（自${since}），需要改派的请由本机关负责人办理。`,
    en: `${name} has this task since ${since}; the head may assign it to somebody else.`,
  },
});
