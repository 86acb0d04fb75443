import type { Instant } from '@onewindow/kernel';
import type { Act } from '../domain/officers/act.js';
import { explainDelay as decide } from '../domain/track/delay.js';
import { actingOn } from './acting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, type TrackReference } from './records.js';

/** Said in the name of the agency: by whoever works on it, or the head. */
export const EXPLAINING: Act = {
  roles: ['approver', 'decision-officer', 'agency-head'],
  withoutTask: true,
};

export interface ExplainDelay extends TrackReference {
  readonly reason: string;
}

/** A promised term that was not kept is explained in public by the agency that promised it (优化营商环境条例 36). */
export const explainDelay =
  (deps: ApprovalDependencies) =>
  ({ reason, ...reference }: ExplainDelay, { actor }: Asking): Promise<{ givenAt: Instant }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, reference, actor, EXPLAINING);
      const { track, person: officer } = acting;
      const givenAt = deps.now();
      saveTrack(changes, track, decide(track, reason, officer, givenAt));
      return { givenAt };
    });
