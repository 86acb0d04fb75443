import type { Instant } from '@onewindow/kernel';
import { recordOpinion as decide, type OpinionRequest } from '../domain/track/opinion.js';
import { actingOn, endingStage, REVIEWING } from './acting.js';
import { assignTasks } from './assign-tasks.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, type TrackReference } from './records.js';

export type RecordOpinion = TrackReference & OpinionRequest;

/** It ends the review, whatever runs beside it. */
export const GIVING_OPINION = endingStage('review', () => REVIEWING);

export const recordOpinion =
  (deps: ApprovalDependencies) =>
  (request: RecordOpinion, { actor }: Asking): Promise<{ recordedAt: Instant }> =>
    deps.transact(async (changes) => {
      const { track, of, person } = await actingOn(deps, changes, request, actor, GIVING_OPINION);
      const recordedAt = deps.now();
      const change = decide(track, request, person, recordedAt, countingOf(deps));
      saveTrack(changes, track, change);
      await assignTasks(deps, changes, of, [change.state]);
      return { recordedAt };
    });
