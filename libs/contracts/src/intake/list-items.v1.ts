import { defineQuery } from '../contract.js';
import { Code, NestedList, Optional, Text } from '../fields.js';
import { Page } from '../parts/index.js';

export class ListItemsRequest extends Page {
  /** Part of the name. */
  @Optional() @Text({ max: 100 }) text?: string;
}

export class ItemRow {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @Text({ max: 200 }) decidingAgencyName!: string;
}

export class ListItemsReply {
  @NestedList(() => ItemRow, { atMost: 200 }) items!: ItemRow[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListItemsV1 = defineQuery({
  name: 'intake.list-items',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListItemsRequest,
  reply: ListItemsReply,
  http: { method: 'GET', path: '/items' },
  summary: { zh: '检索政务服务事项', en: 'Searches the published service items' },
});
