import type { Instant } from '@onewindow/kernel';
import { returnStage as decide, type ReturnOfStage } from '../domain/process/stage-acts.js';
import { actingOn } from './acting.js';
import { assignTasks } from './assign-tasks.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, type TrackReference } from './records.js';

export type ReturnStage = TrackReference & ReturnOfStage;

export const returnStage =
  (deps: ApprovalDependencies) =>
  (request: ReturnStage, { actor }: Asking): Promise<{ returnedAt: Instant }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, request, actor, request.stage);
      const { track, of, person: officer } = acting;
      const returnedAt = deps.now();
      const change = decide(track, request, officer, returnedAt, countingOf(deps));
      saveTrack(changes, track, change);
      await assignTasks(deps, changes, of, [change.state]);
      return { returnedAt };
    });
