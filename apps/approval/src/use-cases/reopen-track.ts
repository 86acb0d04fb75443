import type { Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { reopenTrackOf } from '../domain/case/case.js';
import type { DueDate } from '../domain/due-date.js';
import { takeEarlierResultsAnew } from '../domain/plan/earlier-results.js';
import { annulLicence, licenceKind } from '../domain/licence/licence.js';
import type { Act } from '../domain/officers/act.js';
import { reopenTrack as decide } from '../domain/track/reopening.js';
import type { ReopeningOrder } from '../domain/track/track-contents.js';
import { actingOn } from './acting.js';
import { assignTasks } from './assign-tasks.js';
import { countingOf } from './counting.js';
import { passOnTrack } from './pass-on-result.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { giveBackPlace } from './quotas.js';
import { saveCase, saveLicence, saveTrack, type TrackReference } from './records.js';

/** As far-reaching as deciding. */
export const REOPENING: Act = { kind: 'decide', roles: ['decision-officer', 'agency-head'] };

export interface ReopenTrack extends TrackReference, Omit<ReopeningOrder, 'document'> {
  readonly documentReceipt: string;
}

export interface ReopenedTrack {
  readonly reopenedAt: Instant;
  readonly quashedDecision: string;
  readonly statutory: DueDate;
  readonly promised?: DueDate;
}

/** With the order on file the track is open again, its licence no longer stands and the case waits for the new decision, all in one transaction. */
export const reopenTrack =
  (deps: ApprovalDependencies) =>
  async (request: ReopenTrack, { actor }: Asking): Promise<ReopenedTrack> => {
    const reading = await deps.receipts.read(request.documentReceipt, actor.id);
    return deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, request, actor, REOPENING);
      const { track, of, person: officer } = acting;
      if ('unreadable' in reading) {
        throw approvalRefusals.refuse(
          'reopening-not-possible',
          reading.unreadable.map((each) => ({ ...each, path: 'documentReceipt' })),
        );
      }
      const { kind, body, documentNumber, madeOn, effectiveOn, term } = request;
      const order: ReopeningOrder = {
        kind,
        body,
        documentNumber,
        madeOn,
        effectiveOn,
        ...(term && { term: { unit: term.unit, days: term.days } }),
        document: reading.file,
      };
      const reopenedAt = deps.now();
      const { decision, licence } = track;
      const { state, events } = decide(track, order, officer, reopenedAt, countingOf(deps));
      const change = { state: takeEarlierResultsAnew(state, of), events };
      saveTrack(changes, track, change);
      if (licence !== undefined) {
        const granted = await changes.load(licenceKind, licence.number);
        saveLicence(changes, granted, annulLicence(granted, documentNumber, reopenedAt));
      }
      await giveBackPlace(changes, of, track, deps);
      await assignTasks(deps, changes, of, [change.state]);
      const reopened = reopenTrackOf(of, track.item, reopenedAt);
      saveCase(changes, of, reopened);
      await passOnTrack(changes, reopened.state, track.item, reopenedAt, deps);
      const { statutory, promised } = change.state.dates;
      return {
        reopenedAt,
        quashedDecision: decision?.number ?? '',
        statutory,
        ...(promised && { promised }),
      };
    });
  };
