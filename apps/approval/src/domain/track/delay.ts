import { refuseWhenUnmet, type Change, type Instant, type Person } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { instantAfter } from '../due-date.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { DelayReason } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/** The agency says in public why it did not keep its promised term (优化营商环境条例 36); it may say so anew while the matter drags on. */
export function explainDelay(
  track: Track,
  reason: string,
  officer: Person,
  now: Instant,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'explain-delay');
  refuseWhenUnmet(unmetOf(explaining, { track, reason, now }), (unmet) =>
    approvalRefusals.refuse('delay-reason-not-possible', unmet),
  );
  const delay = delayReason(reason, officer, now);
  return { state: { ...track, status, delay }, events: [{ type: 'delay-explained', delay }] };
}

export const delayReason = (reason: string, officer: Person, now: Instant): DelayReason => ({
  reason,
  givenAt: now,
  givenBy: officer.name,
});

/** Whether the promised term is over, recorded or not. A clock that stands still or has no known date is not. */
export function isPromiseOver({ dates, promisedMissedAt }: Track, now: Instant): boolean {
  const end = dates.promised && instantAfter(dates.promised);
  return promisedMissedAt !== undefined || (end !== undefined && end <= now);
}

const explaining: readonly Requirement<{ track: Track; reason: string; now: Instant }>[] = [
  {
    rule: 'promise-is-over',
    message: {
      zh: '承诺时限尚未届满，没有需要说明理由的超时。',
      en: 'The promised term is not over; there is no delay to give a reason for.',
    },
    holds: ({ track, now }) => isPromiseOver(track, now),
  },
  {
    rule: 'delay-reason-given',
    path: 'reason',
    source: '优化营商环境条例 36',
    message: {
      zh: '请写明超过承诺时限的理由，理由将向申请人公开。',
      en: 'State why the promised term was not kept; whoever follows the case will read it.',
    },
    holds: ({ reason }) => reason.trim() !== '',
  },
];
