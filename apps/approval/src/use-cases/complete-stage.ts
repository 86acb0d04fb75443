import type { Instant } from '@onewindow/kernel';
import {
  completeStage as decide,
  stageOf,
  type CompletionOfStage,
} from '../domain/process/stage-acts.js';
import { actingOn } from './acting.js';
import { requireConsultationOver } from './also-required.js';
import { assignTasks } from './assign-tasks.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, type TrackReference } from './records.js';

export type CompleteStage = TrackReference & CompletionOfStage;

/** Done by the agency of the stage, which need not be the one that decides the track. */
export const completeStage =
  (deps: ApprovalDependencies) =>
  (request: CompleteStage, { actor }: Asking): Promise<{ completedAt: Instant }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, request, actor, request.stage);
      const { track, of, person: officer } = acting;
      const completedAt = deps.now();
      const { kind, agency } = stageOf(track, request.stage);
      // A stage of another agency is that agency's own answer.
      if (kind === 'consultation' && agency === undefined) {
        await requireConsultationOver(changes, track, completedAt, deps);
      }
      const change = decide(track, request, officer, completedAt, countingOf(deps));
      saveTrack(changes, track, change);
      await assignTasks(deps, changes, of, [change.state]);
      return { completedAt };
    });
