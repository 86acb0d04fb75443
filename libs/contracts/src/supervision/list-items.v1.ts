import { defineQuery } from '../contract.js';
import { Code, NestedList, OneOf, Optional, Text, Whole } from '../fields.js';
import { ItemNews, ITEM_STATUSES, Page } from '../parts/index.js';

export class ListSupervisedItemsRequest extends Page {
  @Code() department!: string;
  @Optional() @OneOf(ITEM_STATUSES) status?: (typeof ITEM_STATUSES)[number];
}

export const DUTIES = [
  'decides', // 审批并监管
  'supervises', // 不再审批、继续监管
  'decided-before', // 已划出，另有监管部门
] as const;

/** An item with what the department has to do with it now. */
export class SupervisedItem extends ItemNews {
  @OneOf(DUTIES) duty!: (typeof DUTIES)[number];
}

export class ListSupervisedItemsReply {
  @NestedList(() => SupervisedItem, { atMost: 200 }) items!: SupervisedItem[];
  /** How many there are in all with these conditions, counted up to 1000: with 1000 there are at least as many. */
  @Whole() total!: number;
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListSupervisedItemsV1 = defineQuery({
  name: 'supervision.list-items',
  version: 1,
  callers: ['gateway'],
  permitted: ['supervisor', 'auditor'],
  request: ListSupervisedItemsRequest,
  reply: ListSupervisedItemsReply,
  http: { method: 'GET', path: '/departments/{department}/supervised-items' },
  summary: {
    zh: '部门的事项：审批、监管或已划出的，及现在由谁审批',
    en: 'Lists the items that a department decides on, supervises, or decided on before, with who decides now',
  },
});
