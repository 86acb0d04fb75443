import type { Instant } from '@onewindow/kernel';
import type { Act } from '../domain/officers/act.js';
import { recordAnswers as decide, type FactsForStages } from '../domain/process/stage-acts.js';
import { actingOn } from './acting.js';
import { assignTasks } from './assign-tasks.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, type TrackReference } from './records.js';

/** The conditions of stages wait for them, whoever has the stages. */
export const ANSWERING: Act = { roles: ['approver', 'decision-officer'], withoutTask: true };

export type RecordAnswers = TrackReference & FactsForStages;

export const recordAnswers =
  (deps: ApprovalDependencies) =>
  (request: RecordAnswers, { actor }: Asking): Promise<{ recordedAt: Instant }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, request, actor, ANSWERING);
      const { track, of, person: officer } = acting;
      const recordedAt = deps.now();
      const change = decide(track, request, officer, recordedAt, countingOf(deps));
      saveTrack(changes, track, change);
      await assignTasks(deps, changes, of, [change.state]);
      return { recordedAt };
    });
