import { defineQuery } from '../contract.js';
import {
  Code,
  Codes,
  DistrictCode,
  Flag,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
} from '../fields.js';
import { EXERCISE_LEVEL_CODES, MatchOfItem, Page } from '../parts/index.js';

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
  /** 行使层级 1 to 6 on which it is handled; with a district, on which that district handles it. */
  @Optional() @OneOf(EXERCISE_LEVEL_CODES) level?: (typeof EXERCISE_LEVEL_CODES)[number];
  /** Whether to tell what a list can be narrowed by. */
  @Optional() @Flag() choices?: boolean;
}

export class ItemRow {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @Text({ max: 200 }) decidingAgencyName!: string;
  /** Where a text was asked for: why this item answers it. */
  @Optional() @Nested(() => MatchOfItem) matched?: MatchOfItem;
}

export class AgencyChoice {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
}

export class DistrictChoice {
  @DistrictCode() code!: string;
}

/** What the items in force can be narrowed by, whatever else was asked for. */
export class ItemChoices {
  /** Agencies that decide, by their codes. */
  @NestedList(() => AgencyChoice, { atMost: 500 }) agencies!: AgencyChoice[];
  /** Districts that handle any, the largest first; where there are more, villages are left out. */
  @NestedList(() => DistrictChoice, { atMost: 500 }) districts!: DistrictChoice[];
  /** Levels on which any is handled, the highest first. */
  @Codes({ atLeast: 0, atMost: 6 }) levels!: string[];
}

export class ListItemsReply {
  @NestedList(() => ItemRow, { atMost: 200 }) items!: ItemRow[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
  /** Where they were asked for. */
  @Optional() @Nested(() => ItemChoices) choices?: ItemChoices;
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
