import type { Instant } from '@onewindow/kernel';
import { requireOfficerOf } from '../domain/officers.js';
import {
  returnStage as decide,
  stageOf,
  type ReturnOfStage,
} from '../domain/process/stage-acts.js';
import { agencyOfStage } from '../domain/process/stages-of-track.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, trackFor, type TrackReference } from './records.js';

export type ReturnStage = TrackReference & ReturnOfStage;

export const returnStage =
  (deps: ApprovalDependencies) =>
  (request: ReturnStage, { actor }: Asking): Promise<{ returnedAt: Instant }> =>
    deps.transact(async (changes) => {
      const track = await trackFor(changes, request, actor);
      const stage = stageOf(track, request.stage);
      const officer = requireOfficerOf(agencyOfStage(track, stage), actor, stage.role);
      const returnedAt = deps.now();
      saveTrack(changes, track, decide(track, request, officer, returnedAt, countingOf(deps)));
      return { returnedAt };
    });
