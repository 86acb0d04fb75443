import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, OneOf, Sha256, Texts } from '../fields.js';

export const DRAFT_REVIEWS = ['approved', 'returned'] as const;

export class ReviewDecisionDraftRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** Of the draft as the reviewer read it. */
  @Sha256() hash!: string;
  @OneOf(DRAFT_REVIEWS) result!: (typeof DRAFT_REVIEWS)[number];
  /** Required where it is sent back. */
  @Texts({ atMost: 20, max: 1000 }) remarks!: string[];
}

export class ReviewDecisionDraftReply {
  @InstantText() reviewedAt!: string;
}

export const ReviewDecisionDraftV1 = defineCommand({
  name: 'approval.review-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'decision-officer', 'agency-head'],
  request: ReviewDecisionDraftRequest,
  reply: ReviewDecisionDraftReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/draft/review' },
  summary: {
    zh: '审核决定文稿（由拟稿人以外的人员）',
    en: 'Passes the draft of a decision, or sends it back with remarks; another officer than its author',
  },
});
