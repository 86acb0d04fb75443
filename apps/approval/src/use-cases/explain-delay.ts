import type { Instant } from '@onewindow/kernel';
import { requireOfficerOf } from '../domain/officers.js';
import { explainDelay as decide } from '../domain/track/delay.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, trackFor, type TrackReference } from './records.js';

export interface ExplainDelay extends TrackReference {
  readonly reason: string;
}

/** A promised term that was not kept is explained in public by the agency that promised it (优化营商环境条例 36). */
export const explainDelay =
  ({ transact, now }: ApprovalDependencies) =>
  ({ reason, ...reference }: ExplainDelay, { actor }: Asking): Promise<{ givenAt: Instant }> =>
    transact(async (changes) => {
      const track = await trackFor(changes, reference, actor);
      const officer = requireOfficerOf(track, actor, 'approver', 'decision-officer', 'agency-head');
      const givenAt = now();
      saveTrack(changes, track, decide(track, reason, officer, givenAt));
      return { givenAt };
    });
