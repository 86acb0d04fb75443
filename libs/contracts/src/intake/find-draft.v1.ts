import { defineQuery } from '../contract.js';
import { Code, InstantText, Nested, NestedList, OneOf, Optional, Text, Whole } from '../fields.js';
import { DraftItem, CatalogueFinding } from '../parts/index.js';
import { DRAFT_STATUSES } from './save-draft.v1.js';

export class FindDraftRequest {
  @Code() code!: string;
}

export class FindDraftReply {
  @Code() code!: string;
  /** 0: there is no draft yet, and this is the item as it is in force. */
  @Whole() revision!: number;
  @OneOf(DRAFT_STATUSES) status!: (typeof DRAFT_STATUSES)[number];
  @Nested(() => DraftItem) item!: DraftItem;
  @Optional() @Text({ max: 100 }) editedBy?: string;
  @Optional() @InstantText() editedAt?: string;
  @Optional() @Text({ max: 100 }) reviewedBy?: string;
  /** Why it was given back. */
  @Optional() @Text({ max: 1000 }) remarks?: string;
  /** What it still lacks for publication from today. */
  @NestedList(() => CatalogueFinding, { atMost: 200 }) findings!: CatalogueFinding[];
}

export const FindDraftV1 = defineQuery({
  name: 'intake.find-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: FindDraftRequest,
  reply: FindDraftReply,
  http: { method: 'GET', path: '/items/{code}/draft' },
  summary: {
    zh: '查看事项草稿及其尚缺内容',
    en: 'Shows the draft of a service item with what it still lacks',
  },
});
