import { defineQuery } from '../contract.js';
import { Code, DistrictCode, Nested, NestedList, Optional, Text } from '../fields.js';
import { MatchOfItem, Page } from '../parts/index.js';

export class ListItemsRequest extends Page {
  /**
   * What people type: words of the name or of the result, everyday words and abbreviations, pinyin or its initials, slips of the
   * pen included. The likeliest items come first.
   */
  @Optional() @Text({ max: 100 }) text?: string;
  /** Theme 主题. */
  @Optional() @Code() theme?: string;
  /** Life event 人生事件. */
  @Optional() @Code() lifeEvent?: string;
  /** Agency that decides. */
  @Optional() @Code() agency?: string;
  /** District that handles it. */
  @Optional() @DistrictCode() district?: string;
}

export class ItemRow {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @Text({ max: 200 }) decidingAgencyName!: string;
  /** Where a text was asked for: why this item answers it. */
  @Optional() @Nested(() => MatchOfItem) matched?: MatchOfItem;
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
