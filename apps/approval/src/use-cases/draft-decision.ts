import type { Instant } from '@onewindow/kernel';
import { requireOfficerOf } from '../domain/officers.js';
import {
  contentOf,
  draftDecision as decide,
  reviewDraft as decideReview,
  type DecisionContent,
  type DraftReviewRequest,
} from '../domain/track/draft.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, trackFor, type TrackReference } from './records.js';

export type DraftDecision = TrackReference & DecisionContent;

/** An officer of the deciding agency writes the decision that another reviews and a third signs. */
export const draftDecision =
  ({ transact, now, fingerprint }: ApprovalDependencies) =>
  (
    request: DraftDecision,
    { actor }: Asking,
  ): Promise<{ readonly draftedAt: Instant; readonly hash: string }> =>
    transact(async (changes) => {
      const track = await trackFor(changes, request, actor);
      const officer = requireOfficerOf(track, actor, 'approver');
      const content = contentOf(request);
      const hash = fingerprint(content);
      const draftedAt = now();
      saveTrack(changes, track, decide(track, content, hash, officer, draftedAt));
      return { draftedAt, hash };
    });

export type ReviewDraft = TrackReference & DraftReviewRequest;

export const reviewDraft =
  ({ transact, now }: ApprovalDependencies) =>
  (
    { caseNumber, item, ...request }: ReviewDraft,
    { actor }: Asking,
  ): Promise<{ readonly reviewedAt: Instant }> =>
    transact(async (changes) => {
      const track = await trackFor(changes, { caseNumber, item }, actor);
      const officer = requireOfficerOf(track, actor, 'approver', 'decision-officer', 'agency-head');
      const reviewedAt = now();
      saveTrack(changes, track, decideReview(track, request, officer, reviewedAt));
      return { reviewedAt };
    });
