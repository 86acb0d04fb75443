import { appealTermsOf } from '../domain/track/appeal.js';
import { takeService, type ServiceTold } from '../domain/track/service.js';
import { requireCaseOf } from '../domain/case/case.js';
import type { ApprovalDependencies } from './ports.js';
import { caseOf, saveTrack, trackOf, type TrackReference } from './records.js';

export interface NoteService extends TrackReference, ServiceTold {
  readonly applicationId: string;
}

/** The window served the paper of a decision: the terms of appeal run from it (许可法 38). */
export const noteService =
  (deps: Pick<ApprovalDependencies, 'transact' | 'place'>) =>
  ({ applicationId, caseNumber, item, ...told }: NoteService): Promise<void> =>
    deps.transact(async (changes) => {
      requireCaseOf(await caseOf(changes, caseNumber), applicationId);
      const track = await trackOf(changes, { caseNumber, item });
      const terms = appealTermsOf(track.agency, deps.place.appealTerms);
      saveTrack(changes, track, takeService(track, told, terms));
    });
