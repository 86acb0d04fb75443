import { Code, Codes, DateOnly, Nested, OneOf, Optional, Text, Whole } from '../fields.js';
import { ITEM_TYPES, TERM_UNITS } from './item.js';

export const ITEM_STATUSES = ['in-force', 'retired'] as const;

export const ITEM_NEWS_KINDS = [
  'published', // 发布
  'transferred', // 划转
  'delegated', // 下放
  'undertaken', // 承接
  'retired', // 取消
] as const;

/** A term without its source. */
export class TermInDays {
  @OneOf(TERM_UNITS) unit!: (typeof TERM_UNITS)[number];
  @Whole({ min: 1, max: 1000 }) days!: number;
}

/** What made this edition the one in force, or ended the item. */
export class ChangeOfItem {
  @OneOf(ITEM_NEWS_KINDS) how!: (typeof ITEM_NEWS_KINDS)[number];
  @DateOnly() on!: string;
  /** Who decided until then, where it is another. */
  @Optional() @Code() formerAgency?: string;
}

/** One edition of an item with what approval, supervision and the market need of it. */
export class ItemNews {
  @Code() item!: string;
  /** Rises with each edition; of an item that ended it is the last one. */
  @Whole({ min: 1 }) edition!: number;
  @Text({ max: 200 }) name!: string;
  @OneOf(ITEM_STATUSES) status!: (typeof ITEM_STATUSES)[number];
  /** The first day of this edition; of a retired item the day on which it ended. */
  @DateOnly() from!: string;
  @OneOf(ITEM_TYPES) type!: (typeof ITEM_TYPES)[number];
  @Code() decidingAgency!: string;
  @Text({ max: 200 }) decidingAgencyName!: string;
  @Optional() @Code() supervisingDepartment?: string;
  @Nested(() => TermInDays) statutoryTerm!: TermInDays;
  @Optional() @Nested(() => TermInDays) promised?: TermInDays;
  @Text({ max: 200 }) resultName!: string;
  /** The mandated reports 中介服务 that it asks for. */
  @Codes({ atLeast: 0, atMost: 100 }) intermediaryServices!: string[];
  @Nested(() => ChangeOfItem) changed!: ChangeOfItem;
}
