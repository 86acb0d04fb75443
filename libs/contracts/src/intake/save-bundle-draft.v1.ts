import { defineCommand } from '../contract.js';
import { Code, Nested, NestedList, OneOf, Whole } from '../fields.js';
import { CatalogueFinding, DraftBundle } from '../parts/index.js';
import { DRAFT_STATUSES } from './save-draft.v1.js';

export class SaveBundleDraftRequest {
  @Code() code!: string;
  /** The revision that the editor saw; 0: there was no draft. */
  @Whole({ max: 999_999 }) basedOn!: number;
  @Nested(() => DraftBundle) bundle!: DraftBundle;
}

export class SaveBundleDraftReply {
  @Code() code!: string;
  @Whole({ min: 1 }) revision!: number;
  @OneOf(DRAFT_STATUSES) status!: (typeof DRAFT_STATUSES)[number];
  /** What it still lacks for publication. */
  @NestedList(() => CatalogueFinding, { atMost: 200 }) findings!: CatalogueFinding[];
}

export const SaveBundleDraftV1 = defineCommand({
  name: 'intake.save-bundle-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: SaveBundleDraftRequest,
  reply: SaveBundleDraftReply,
  http: { method: 'PUT', path: '/bundles/{code}/draft' },
  summary: { zh: '保存“一件事”草稿', en: 'Saves the draft of a bundle' },
});
