import { defineCommand } from '../contract.js';
import { Code, OneOf, Optional, Text, Whole } from '../fields.js';
import { DRAFT_STATUSES } from './save-draft.v1.js';

export class ReviewBundleDraftRequest {
  @Code() code!: string;
  /** The revision that was looked at. */
  @Whole({ min: 1, max: 999_999 }) revision!: number;
  @OneOf(['approve', 'return']) outcome!: 'approve' | 'return';
  @Optional() @Text({ max: 1000 }) remarks?: string;
}

export class ReviewBundleDraftReply {
  @Code() code!: string;
  @Whole({ min: 1 }) revision!: number;
  @OneOf(DRAFT_STATUSES) status!: (typeof DRAFT_STATUSES)[number];
}

export const ReviewBundleDraftV1 = defineCommand({
  name: 'intake.review-bundle-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: ReviewBundleDraftRequest,
  reply: ReviewBundleDraftReply,
  http: { method: 'POST', path: '/bundles/{code}/draft/review' },
  summary: {
    zh: '审核“一件事”草稿',
    en: "Approves or returns the draft of a bundle, which is not one's own",
  },
});
