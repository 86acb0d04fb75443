import {
  refuseWhenUnmet,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { contentOf, contentRequirements, type DecisionContent } from './decision-content.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { DecisionDraft, DraftReview } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/** Writes the draft; a new one takes the place of the one before, whatever a reviewer said of that. */
export function draftDecision(
  track: Track,
  content: DecisionContent,
  hash: string,
  officer: Person,
  now: Instant,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'draft-decision');
  refuseWhenUnmet(unmetOf(contentRequirements, content), (unmet) =>
    approvalRefusals.refuse('draft-not-possible', unmet),
  );
  const draft: DecisionDraft = {
    ...contentOf(content),
    hash,
    draftedAt: now,
    draftedBy: officer.id,
    draftedByName: officer.name,
  };
  return { state: { ...track, status, draft }, events: [{ type: 'decision-drafted', draft }] };
}

export interface DraftReviewRequest {
  readonly result: DraftReview['result'];
  readonly remarks: readonly string[];
  /** Of the draft that the reviewer read. */
  readonly hash: string;
}

/** Another officer than the author passes the draft or sends it back with remarks 审核. */
export function reviewDraft(
  track: Track,
  { hash, result, remarks }: DraftReviewRequest,
  officer: Person,
  now: Instant,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'review-draft');
  const { draft } = track;
  if (draft === undefined) throw approvalRefusals.refuse('draft-not-possible', [NO_DRAFT]);
  refuseWhenUnmet(unmetOf(reviewing, { draft, hash, result, remarks, officer }), (unmet) =>
    approvalRefusals.refuse('draft-not-possible', unmet),
  );
  const review: DraftReview = {
    result,
    remarks,
    reviewedAt: now,
    reviewedBy: officer.id,
    reviewedByName: officer.name,
  };
  return {
    state: { ...track, status, draft: { ...draft, review } },
    events: [{ type: 'draft-reviewed', hash, review }],
  };
}

/** Whether the place wants every decision drafted and reviewed before it is signed. */
export type DraftRule = 'required' | 'optional';

/**
 * Signing is the decision itself, and only of what was reviewed: where a draft exists it binds, and where the place wants one it has to
 * exist. A track whose opinion was given anew since needs a new draft.
 */
export function unmetByDraft(
  { draft, opinion }: Pick<Track, 'draft' | 'opinion'>,
  hash: string,
  officer: Person,
  rule: DraftRule,
): UnmetRule[] {
  const current =
    draft !== undefined && draft.draftedAt >= (opinion?.recordedAt ?? '') ? draft : undefined;
  if (current === undefined) return rule === 'required' ? [NO_DRAFT] : [];
  return unmetOf(signing, { draft: current, hash, officer });
}

const NO_DRAFT: UnmetRule = {
  rule: 'decision-drafted',
  source: '行政许可法 38',
  message: {
    zh: '尚无决定文稿，请先拟稿并送审核。',
    en: 'There is no draft of the decision; draft it and have it reviewed first.',
  },
};

interface Reviewing extends DraftReviewRequest {
  readonly draft: DecisionDraft;
  readonly officer: Person;
}

const reviewing: readonly Requirement<Reviewing>[] = [
  {
    rule: 'reviewed-by-another-than-the-author',
    message: {
      zh: '拟稿人不能审核自己的文稿，请由另一位工作人员审核。',
      en: 'The author does not review the draft; another officer has to.',
    },
    holds: ({ draft, officer }) => draft.draftedBy !== officer.id,
  },
  {
    rule: 'reviewed-as-drafted',
    path: 'hash',
    message: {
      zh: '文稿在您查看后已修改，请重新查看后再审核。',
      en: 'The draft was changed since you read it; read it again and review it then.',
    },
    holds: ({ draft, hash }) => draft.hash === hash,
  },
  {
    rule: 'reviewed-once',
    message: {
      zh: '该文稿已经审核，如需修改请重新拟稿。',
      en: 'This draft was reviewed already; draft it anew to change it.',
    },
    holds: ({ draft }) => draft.review === undefined,
  },
  {
    rule: 'returned-with-remarks',
    path: 'remarks',
    message: {
      zh: '退回须写明修改意见。',
      en: 'Say what has to be changed when you send a draft back.',
    },
    holds: ({ result, remarks }) =>
      result !== 'returned' || remarks.some((each) => each.trim() !== ''),
  },
];

const signing: readonly Requirement<{
  readonly draft: DecisionDraft;
  readonly hash: string;
  readonly officer: Person;
}>[] = [
  {
    rule: 'draft-reviewed',
    message: {
      zh: '决定文稿尚未审核通过，请先审核。',
      en: 'The draft of the decision has not passed its review; have it reviewed first.',
    },
    holds: ({ draft }) => draft.review?.result === 'approved',
  },
  {
    rule: 'signed-as-reviewed',
    message: {
      zh: '所签决定与审核通过的文稿不一致，请按文稿签发，或者重新拟稿、审核。',
      en: 'What is signed differs from what was reviewed; sign it as reviewed, or draft and review it anew.',
    },
    holds: ({ draft, hash }) => draft.hash === hash,
  },
  {
    rule: 'signed-by-another-than-the-author',
    message: {
      zh: '拟稿人不能签发自己的文稿，请由另一位决定人签发。',
      en: 'The author does not sign the draft; another decision officer has to.',
    },
    holds: ({ draft, officer }) => draft.draftedBy !== officer.id,
  },
];
