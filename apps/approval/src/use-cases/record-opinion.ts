import type { Instant } from '@onewindow/kernel';
import { requireOfficerOf } from '../domain/officers.js';
import { recordOpinion as decide, type OpinionRequest } from '../domain/track/opinion.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, trackFor, type TrackReference } from './records.js';

export type RecordOpinion = TrackReference & OpinionRequest;

export const recordOpinion =
  ({ transact, now }: ApprovalDependencies) =>
  (request: RecordOpinion, { actor }: Asking): Promise<{ recordedAt: Instant }> =>
    transact(async (changes) => {
      const track = await trackFor(changes, request, actor);
      const reviewer = requireOfficerOf(track, actor, 'approver');
      const recordedAt = now();
      saveTrack(changes, track, decide(track, request, reviewer, recordedAt));
      return { recordedAt };
    });
