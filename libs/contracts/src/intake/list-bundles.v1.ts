import { defineQuery } from '../contract.js';
import { Code, NestedList, Optional, Text, Whole } from '../fields.js';
import { Page } from '../parts/index.js';

export class ListBundlesRequest extends Page {
  /** Part of the name. */
  @Optional() @Text({ max: 100 }) text?: string;
}

export class BundleListed {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  /** How many items it holds. */
  @Whole({ min: 1, max: 30 }) items!: number;
}

export class ListBundlesReply {
  @NestedList(() => BundleListed, { atMost: 200 }) bundles!: BundleListed[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListBundlesV1 = defineQuery({
  name: 'intake.list-bundles',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListBundlesRequest,
  reply: ListBundlesReply,
  http: { method: 'GET', path: '/bundles' },
  summary: { zh: '检索“一件事”', en: 'Searches the published bundles' },
});
