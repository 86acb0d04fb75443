import type { Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { recordUse as decide, type UseRequest } from '../domain/licence/lapse.js';
import { licenceKind } from '../domain/licence/licence.js';
import { requireOfficerOf } from '../domain/officers.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveLicence, trackFor, type TrackReference } from './records.js';

export type RecordLicenceUse = TrackReference & UseRequest;

/** The holder has begun to use the permit, so that it does not lapse; an approver of the agency records it with its evidence. */
export const recordLicenceUse =
  ({ transact, now }: ApprovalDependencies) =>
  (
    { usedOn, evidence, ...reference }: RecordLicenceUse,
    { actor }: Asking,
  ): Promise<{ recordedAt: Instant }> =>
    transact(async (changes) => {
      const track = await trackFor(changes, reference, actor);
      const officer = requireOfficerOf(track, actor, 'approver');
      if (track.licence === undefined) throw approvalRefusals.refuse('licence-not-found');
      const licence = await changes.load(licenceKind, track.licence.number);
      const recordedAt = now();
      saveLicence(changes, licence, decide(licence, { usedOn, evidence }, officer, recordedAt));
      return { recordedAt };
    });
