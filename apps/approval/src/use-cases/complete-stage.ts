import type { Instant } from '@onewindow/kernel';
import { requireOfficerOf } from '../domain/officers.js';
import {
  completeStage as decide,
  stageOf,
  type CompletionOfStage,
} from '../domain/process/stage-acts.js';
import { agencyOfStage } from '../domain/process/stages-of-track.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, trackFor, type TrackReference } from './records.js';

export type CompleteStage = TrackReference & CompletionOfStage;

/** Done by the agency of the stage, which need not be the one that decides the track. */
export const completeStage =
  (deps: ApprovalDependencies) =>
  (request: CompleteStage, { actor }: Asking): Promise<{ completedAt: Instant }> =>
    deps.transact(async (changes) => {
      const track = await trackFor(changes, request, actor);
      const stage = stageOf(track, request.stage);
      const officer = requireOfficerOf(agencyOfStage(track, stage), actor, stage.role);
      const completedAt = deps.now();
      saveTrack(changes, track, decide(track, request, officer, completedAt, countingOf(deps)));
      return { completedAt };
    });
