import { refuseWhenUnmet, type Actor, type Change, type Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { Withdrawal } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/**
 * The applicant takes an item back, after the acceptance and before the decision. No decision is owed any more, so no term runs; what
 * happened until then stays on file.
 */
export function withdrawTrack(
  track: Track,
  reason: string,
  by: Actor,
  now: Instant,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'withdraw');
  refuseWhenUnmet(unmetOf(requirements, { reason }), (unmet) =>
    approvalRefusals.refuse('withdrawal-not-possible', unmet),
  );
  const withdrawal: Withdrawal = { withdrawnAt: now, reason, recordedBy: by.id };
  return {
    state: { ...track, status, withdrawal },
    events: [{ type: 'track-withdrawn', withdrawal }],
  };
}

const requirements: readonly Requirement<{ readonly reason: string }>[] = [
  {
    rule: 'reason-given',
    path: 'reason',
    message: {
      zh: '请填写撤回的理由。',
      en: 'State why the item is withdrawn.',
    },
    holds: ({ reason }) => reason.trim() !== '',
  },
];
