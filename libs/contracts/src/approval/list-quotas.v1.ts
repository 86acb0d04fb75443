import { defineQuery } from '../contract.js';
import { Code, Nested, NestedList, Optional, Text } from '../fields.js';
import { Page } from '../parts/index.js';
import { QUOTA_READERS, QuotaPeriodView } from './find-quota.v1.js';

export class QuotaRow {
  @Code() item!: string;
  /** Absent until the catalogue has told of the item. */
  @Optional() @Text({ max: 200 }) itemName?: string;
  /** The period that runs, else the last one. */
  @Nested(() => QuotaPeriodView) period!: QuotaPeriodView;
}

export class ListQuotasRequest extends Page {}

export class ListQuotasReply {
  /** Of the region of whoever asks, by item. */
  @NestedList(() => QuotaRow, { atMost: 200 }) quotas!: QuotaRow[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListQuotasV1 = defineQuery({
  name: 'approval.list-quotas',
  version: 1,
  callers: ['gateway'],
  permitted: QUOTA_READERS,
  request: ListQuotasRequest,
  reply: ListQuotasReply,
  http: { method: 'GET', path: '/quotas' },
  summary: {
    zh: '有数量限制的事项列表',
    en: 'Lists the items of which the number of permits is limited',
  },
});
