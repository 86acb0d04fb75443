import { defineCommand } from '../contract.js';
import { Code, Nested, NestedList, OneOf, Whole } from '../fields.js';
import { DraftItem, CatalogueFinding } from '../parts/index.js';

export const DRAFT_STATUSES = ['drafted', 'reviewed', 'published'] as const;

export class SaveDraftRequest {
  @Code() code!: string;
  /** The revision that the editor saw; 0: there was no draft. */
  @Whole() basedOn!: number;
  @Nested(() => DraftItem) item!: DraftItem;
}

export class SaveDraftReply {
  @Code() code!: string;
  @Whole({ min: 1 }) revision!: number;
  @OneOf(DRAFT_STATUSES) status!: (typeof DRAFT_STATUSES)[number];
  /** What it still lacks for publication from today. */
  @NestedList(() => CatalogueFinding, { atMost: 200 }) findings!: CatalogueFinding[];
}

export const SaveDraftV1 = defineCommand({
  name: 'intake.save-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: SaveDraftRequest,
  reply: SaveDraftReply,
  http: { method: 'PUT', path: '/items/{code}/draft' },
  summary: { zh: '保存事项草稿', en: 'Saves the draft of a service item' },
});
