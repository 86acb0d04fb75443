import type { Change, Changes } from '@onewindow/kernel';
import { requireCaseOf } from '../domain/case/case.js';
import { appealTermsOf } from '../domain/track/appeal.js';
import {
  takeNumber,
  takeService,
  type NumberTold,
  type ServiceTold,
} from '../domain/track/service.js';
import type { TrackEvent } from '../domain/track/track-events.js';
import type { Track } from '../domain/track/track.js';
import type { ApprovalDependencies } from './ports.js';
import { caseOf, saveTrack, trackOf, type TrackReference } from './records.js';

interface OfApplication extends TrackReference {
  readonly applicationId: string;
}

export type NoteService = OfApplication & ServiceTold;
export type NoteNumber = OfApplication & NumberTold;

/** The window served the paper of a decision: the terms of appeal run from it (许可法 38). */
export const noteService =
  (deps: Pick<ApprovalDependencies, 'transact' | 'place'>) =>
  (told: NoteService): Promise<void> =>
    deps.transact((changes) =>
      onTrack(changes, told, (track) =>
        takeService(track, told, appealTermsOf(track.agency, deps.place.appealTerms)),
      ),
    );

/** The paper of a decision has its official number 文号. */
export const noteNumber =
  (deps: Pick<ApprovalDependencies, 'transact'>) =>
  (told: NoteNumber): Promise<void> =>
    deps.transact((changes) => onTrack(changes, told, (track) => takeNumber(track, told)));

async function onTrack(
  changes: Changes,
  of: OfApplication,
  take: (track: Track) => Change<Track, TrackEvent>,
): Promise<void> {
  requireCaseOf(await caseOf(changes, of.caseNumber), of.applicationId);
  const track = await trackOf(changes, of);
  saveTrack(changes, track, take(track));
}
