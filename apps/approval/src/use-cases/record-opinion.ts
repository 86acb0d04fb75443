import type { Instant } from '@onewindow/kernel';
import { requireOfficerOf } from '../domain/officers.js';
import { recordOpinion as decide, type OpinionRequest } from '../domain/track/opinion.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, trackFor, type TrackReference } from './records.js';

export type RecordOpinion = TrackReference & OpinionRequest;

export const recordOpinion =
  (deps: ApprovalDependencies) =>
  (request: RecordOpinion, { actor }: Asking): Promise<{ recordedAt: Instant }> =>
    deps.transact(async (changes) => {
      const track = await trackFor(changes, request, actor);
      const reviewer = requireOfficerOf(track, actor, 'approver');
      const recordedAt = deps.now();
      saveTrack(changes, track, decide(track, request, reviewer, recordedAt, countingOf(deps)));
      return { recordedAt };
    });
