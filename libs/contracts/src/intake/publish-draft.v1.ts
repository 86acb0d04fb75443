import { defineCommand } from '../contract.js';
import { Code, DateOnly, OneOf, Optional, Whole } from '../fields.js';
import { VERSION_STATUSES } from '../parts/index.js';

export class PublishDraftRequest {
  @Code() code!: string;
  /** The revision that was approved. */
  @Whole({ min: 1 }) revision!: number;
  /** The first day on which it holds; absent: today. */
  @Optional() @DateOnly() inForceFrom?: string;
}

export class PublishDraftReply {
  @Code() code!: string;
  @Whole({ min: 1 }) version!: number;
  @OneOf(VERSION_STATUSES) status!: (typeof VERSION_STATUSES)[number];
  @DateOnly() inForceFrom!: string;
}

export const PublishDraftV1 = defineCommand({
  name: 'intake.publish-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishDraftRequest,
  reply: PublishDraftReply,
  http: { method: 'POST', path: '/items/{code}/draft/publication' },
  summary: {
    zh: '发布审核通过的草稿，即日或定期施行',
    en: 'Publishes a reviewed draft as the next version, in force at once or from a day on',
  },
});
