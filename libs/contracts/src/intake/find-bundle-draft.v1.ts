import { defineQuery } from '../contract.js';
import { Code, InstantText, Nested, NestedList, OneOf, Optional, Text, Whole } from '../fields.js';
import { CatalogueFinding, DraftBundle } from '../parts/index.js';
import { DRAFT_STATUSES } from './save-draft.v1.js';

export class FindBundleDraftRequest {
  @Code() code!: string;
}

export class FindBundleDraftReply {
  @Code() code!: string;
  /** 0: there is no draft yet, and this is the bundle as it is published. */
  @Whole() revision!: number;
  @OneOf(DRAFT_STATUSES) status!: (typeof DRAFT_STATUSES)[number];
  @Nested(() => DraftBundle) bundle!: DraftBundle;
  @Optional() @Text({ max: 100 }) editedBy?: string;
  @Optional() @InstantText() editedAt?: string;
  @Optional() @Text({ max: 100 }) reviewedBy?: string;
  /** Why it was given back. */
  @Optional() @Text({ max: 1000 }) remarks?: string;
  /** What it still lacks for publication. */
  @NestedList(() => CatalogueFinding, { atMost: 200 }) findings!: CatalogueFinding[];
}

export const FindBundleDraftV1 = defineQuery({
  name: 'intake.find-bundle-draft',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: FindBundleDraftRequest,
  reply: FindBundleDraftReply,
  http: { method: 'GET', path: '/bundles/{code}/draft' },
  summary: {
    zh: '查看“一件事”草稿及其尚缺内容',
    en: 'Shows the draft of a bundle with what it still lacks',
  },
});
