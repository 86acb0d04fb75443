import type { Instant } from '@onewindow/kernel';
import { requireOfficerOf } from '../domain/officers.js';
import { recordAnswers as decide, type FactsForStages } from '../domain/process/stage-acts.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, trackFor, type TrackReference } from './records.js';

export type RecordAnswers = TrackReference & FactsForStages;

export const recordAnswers =
  (deps: ApprovalDependencies) =>
  (request: RecordAnswers, { actor }: Asking): Promise<{ recordedAt: Instant }> =>
    deps.transact(async (changes) => {
      const track = await trackFor(changes, request, actor);
      const officer = requireOfficerOf(track, actor, 'approver', 'decision-officer');
      const recordedAt = deps.now();
      saveTrack(changes, track, decide(track, request, officer, recordedAt, countingOf(deps)));
      return { recordedAt };
    });
