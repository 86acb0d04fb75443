import type { Instant } from '@onewindow/kernel';
import type { Act } from '../domain/officers/act.js';
import { contentOf, type DecisionContent } from '../domain/track/decision-content.js';
import {
  draftDecision as decide,
  reviewDraft as decideReview,
  type DraftReviewRequest,
} from '../domain/track/draft.js';
import { actingOn, REVIEWING } from './acting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, type TrackReference } from './records.js';

export type DraftDecision = TrackReference & DecisionContent;

/** An officer of the deciding agency writes the decision that another reviews; the reviewer or a third, but never the author, signs it. */
export const draftDecision =
  (deps: ApprovalDependencies) =>
  (
    request: DraftDecision,
    { actor }: Asking,
  ): Promise<{ readonly draftedAt: Instant; readonly hash: string }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, request, actor, REVIEWING);
      const { track, person: officer } = acting;
      const content = contentOf(request);
      const hash = deps.fingerprint(content);
      const draftedAt = deps.now();
      saveTrack(changes, track, decide(track, content, hash, officer, draftedAt));
      return { draftedAt, hash };
    });

/** Read by somebody else of the agency, who need not have a task of it. */
export const CHECKING: Act = {
  roles: ['approver', 'decision-officer', 'agency-head'],
  withoutTask: true,
};

export type ReviewDraft = TrackReference & DraftReviewRequest;

export const reviewDraft =
  (deps: ApprovalDependencies) =>
  (
    { caseNumber, item, ...request }: ReviewDraft,
    { actor }: Asking,
  ): Promise<{ readonly reviewedAt: Instant }> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, { caseNumber, item }, actor, CHECKING);
      const { track, person: officer } = acting;
      const reviewedAt = deps.now();
      saveTrack(changes, track, decideReview(track, request, officer, reviewedAt));
      return { reviewedAt };
    });
