import { Refusal, type Actor, type PlainRefusal } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { unmetForBatch } from '../domain/process/batches.js';
import { stagesOf } from '../domain/process/stages-of-track.js';
import type { StageKind } from '../domain/process/stage.js';
import type { Track } from '../domain/track/track.js';
import { completeStage } from './complete-stage.js';
import { decideTrack } from './decide-track.js';
import { assignTask, claimTask, type TaskReference } from './keep-tasks.js';
import type { ApprovalDependencies, Asking, Workload } from './ports.js';
import { recordOpinion } from './record-opinion.js';
import { trackFor } from './records.js';

/** What became of one task of many. */
export interface TaskDone {
  readonly task: TaskReference;
  readonly decisionNumber?: string;
  /** Why it was not done. */
  readonly refusal?: PlainRefusal;
}

export interface ClaimTasks {
  readonly tasks: readonly TaskReference[];
  readonly assignTo?: { readonly officer: string; readonly reason: string };
}

/** Many tasks claimed, or assigned by the head, as if each were asked for by itself. */
export const claimTasks =
  (deps: ApprovalDependencies) =>
  ({ tasks, assignTo }: ClaimTasks, asking: Asking): Promise<readonly TaskDone[]> =>
    eachAlone(tasks, async (task) => {
      if (assignTo === undefined) await claimTask(deps)(task, asking);
      else await assignTask(deps)({ ...task, ...assignTo }, asking);
      return {};
    });

export interface CompleteStages {
  readonly stages: readonly TaskReference[];
  readonly outcome: string;
  readonly remark?: string;
  /** Of reviews and decisions. */
  readonly grounds?: readonly string[];
  readonly legalBasis?: readonly string[];
}

/** Many stages ended by the acts that each of them has: a review recommends a grant, a decision grants, and nothing is refused here. */
export const completeStages =
  (deps: ApprovalDependencies) =>
  ({ stages, ...request }: CompleteStages, asking: Asking): Promise<readonly TaskDone[]> => {
    // Work that this batch gives out counts for what it gives out next.
    const workload: Workload = { counted: new Map(), givenOut: new Map(), matters: new Map() };
    const together = { ...deps, workload };
    return eachAlone(stages, async (task) => {
      const { kind, track } = await foundBy(deps, task, asking.actor);
      return ENDED_BY[kind](together, { track, task, ...request }, asking);
    });
  };

/** The stage as whoever asks may see it. */
const foundBy = (deps: ApprovalDependencies, task: TaskReference, actor: Actor) =>
  deps.transact(async (changes) => {
    const track = await trackFor(changes, task, actor);
    const stage = stagesOf(track).find(({ code }) => code === task.stage);
    if (stage === undefined) throw approvalRefusals.refuse('stage-not-found');
    return { track, kind: stage.kind };
  });

interface OneOfMany extends Omit<CompleteStages, 'stages'> {
  readonly task: TaskReference;
  readonly track: Track;
}

type Ending = (
  deps: ApprovalDependencies,
  one: OneOfMany,
  asking: Asking,
) => Promise<Pick<TaskDone, 'decisionNumber'>>;

const byItsOutcome: Ending = async (deps, { task, outcome, remark }, asking) => {
  const completion = { ...task, outcome, ...(remark !== undefined && { remark }) };
  await completeStage(deps)(completion, asking);
  return {};
};

const byOpinion: Ending = async (deps, { task, grounds = [] }, asking) => {
  await recordOpinion(deps)({ ...task, recommendation: 'grant', grounds }, asking);
  return {};
};

const byGrant: Ending = async (deps, one, asking) => {
  const { task, track, grounds = [], legalBasis = [] } = one;
  const unmet = unmetForBatch(track);
  if (unmet.length > 0) throw approvalRefusals.refuse('not-in-batch', unmet);
  const request = { ...task, outcome: 'granted', reasons: grounds, legalBasis } as const;
  const { decisionNumber } = await decideTrack(deps)(request, asking);
  return { decisionNumber };
};

const ENDED_BY: Readonly<Record<StageKind, Ending>> = {
  // Reported by itself: it has an act and an addressee of its own.
  'first-review': byItsOutcome,
  review: byOpinion,
  check: byItsOutcome,
  consultation: byItsOutcome,
  inspection: byItsOutcome,
  'expert-review': byItsOutcome,
  deliberation: byItsOutcome,
  publicity: byItsOutcome,
  draft: byItsOutcome,
  decision: byGrant,
};

/**
 * One after the other, each by the use case of its own: what is refused leaves no trace and holds up no other. All of it is one unit
 * of work with one receipt, so after a crash either every result stands or none, and a retry gets the first answer.
 */
async function eachAlone(
  tasks: readonly TaskReference[],
  act: (task: TaskReference) => Promise<Pick<TaskDone, 'decisionNumber'>>,
): Promise<readonly TaskDone[]> {
  const results: TaskDone[] = [];
  for (const task of tasks) {
    try {
      results.push({ task, ...(await act(task)) });
    } catch (error) {
      if (!isJudgement(error)) throw error;
      results.push({ task, refusal: error.toData() });
    }
  }
  return results;
}

/** A "no" of the rules; a database that is away or a lost race says nothing about the task, and the whole is run again. */
const isJudgement = (error: unknown): error is Refusal =>
  error instanceof Refusal &&
  (Object.hasOwn(approvalRefusals.table, error.code) ||
    error.code === 'action-not-allowed-in-state');
