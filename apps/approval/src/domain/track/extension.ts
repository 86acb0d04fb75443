import type { Change, Instant, Person } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { extendClock, type ExtensionRequest } from '../clock/term-extension.js';
import { headsOf, type ApproverRole } from '../officers.js';
import { extensionNumber } from '../paper-numbers.js';
import { datesAfter, statutoryRule, type Counting } from './track-clock.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/**
 * The head whom the law names extends the statutory term, once and while it runs, its last day included (许可法 42). The notice
 * with the reason is part of the act. The promised term is the place's own word and stays where it is.
 */
export function extendTerm(
  track: Track,
  request: ExtensionRequest,
  head: Person,
  now: Instant,
  counting: Counting,
): Change<Track, TrackEvent> {
  const approver = headFor(track, head);
  if (approver === undefined)
    throw approvalRefusals.refuse('not-the-deciding-agency', [NOT_A_HEAD]);
  const status = trackLifecycle.next(track.status, 'extend-term');
  const { terms, dates: before } = track;
  const { clock, extension } = extendClock(
    {
      rule: statutoryRule(terms.statutory),
      clock: track.clock,
      unit: terms.statutory.unit,
      before: before.statutory,
      noticeNumber: extensionNumber(track),
    },
    { ...request, head, approver, at: now },
    counting.calendar,
  );
  const dates = datesAfter(track, clock, counting);
  return {
    state: { ...track, status, clock, dates, extension },
    events: [{ type: 'term-extended', extension, statutory: dates.statutory }],
  };
}

/** Whose approval it is by the law of the item; who is another head only is told so with everything else. */
function headFor(track: Track, head: Person): ApproverRole | undefined {
  const heads = headsOf(track, head);
  return heads.find((each) => each === approverOf(track)) ?? heads[0];
}

/** The head whose approval an extension of this track takes; none where its law gives no extension. */
export function approverOf({ terms }: Pick<Track, 'terms'>): ApproverRole | undefined {
  const rule = statutoryRule(terms.statutory).extension;
  if (rule === null) return undefined;
  return rule.approver === 'agency-head' ? 'agency-head' : 'government-head';
}

/** Whether the button is there: the term runs, was not extended, and this person is the right head. */
export const mayExtend = (track: Track, actor: Parameters<typeof headsOf>[1]): boolean => {
  const approver = approverOf(track);
  return (
    approver !== undefined &&
    track.extension === undefined &&
    track.missedAt === undefined &&
    headsOf(track, actor).includes(approver)
  );
};

const NOT_A_HEAD = {
  rule: 'head-approves-the-extension',
  source: '行政许可法 42',
  message: {
    zh: '延长期限须由本机关负责人或者本级人民政府负责人批准。',
    en: 'Only the head of the deciding agency or of the government approves an extension.',
  },
};
