import { defineCommand } from '../contract.js';
import { Code, OneOf, Optional, Text, Whole } from '../fields.js';
import { DRAFT_STATUSES } from './save-draft.v1.js';

export class ReviewDraftRequest {
  @Code() code!: string;
  /** The revision that was looked at. */
  @Whole({ min: 1 }) revision!: number;
  @OneOf(['approve', 'return']) outcome!: 'approve' | 'return';
  @Optional() @Text({ max: 1000 }) remarks?: string;
}

export class ReviewDraftReply {
  @Code() code!: string;
  @Whole({ min: 1 }) revision!: number;
  @OneOf(DRAFT_STATUSES) status!: (typeof DRAFT_STATUSES)[number];
}

export const ReviewDraftV1 = defineCommand({
  name: 'intake.review-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: ReviewDraftRequest,
  reply: ReviewDraftReply,
  http: { method: 'POST', path: '/items/{code}/draft/review' },
  summary: {
    zh: '审核事项草稿',
    en: "Approves or returns the draft of a service item, which is not one's own",
  },
});
