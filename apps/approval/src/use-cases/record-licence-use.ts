import type { Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { recordUse as decide, type UseRequest } from '../domain/licence/lapse.js';
import { licenceKind } from '../domain/licence/licence.js';
import { actingOn, REVIEWING } from './acting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveLicence, type TrackReference } from './records.js';

export type RecordLicenceUse = TrackReference & UseRequest;

/** The holder has begun to use the permit, so that it does not lapse; an approver of the agency records it with its evidence. */
export const recordLicenceUse =
  (deps: ApprovalDependencies) =>
  (
    { usedOn, evidence, ...reference }: RecordLicenceUse,
    { actor }: Asking,
  ): Promise<{ recordedAt: Instant }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, reference, actor, REVIEWING);
      const { track, person: officer } = acting;
      if (track.licence === undefined) throw approvalRefusals.refuse('licence-not-found');
      const licence = await changes.load(licenceKind, track.licence.number);
      const recordedAt = deps.now();
      saveLicence(changes, licence, decide(licence, { usedOn, evidence }, officer, recordedAt));
      return { recordedAt };
    });
