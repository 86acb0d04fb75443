import { defineCommand } from '../contract.js';
import { Code, DateOnly, NestedList, OneOf, Optional, Whole } from '../fields.js';
import { CatalogueFinding, VERSION_STATUSES } from '../parts/index.js';

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
  /** Where bundles come to ask one thing in two ways by it; the first definition stands there until one is changed. */
  @Optional() @NestedList(() => CatalogueFinding, { atMost: 200 }) notes?: CatalogueFinding[];
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
