import { defineQuery } from '../contract.js';
import { Code, DateOnly, Optional, Whole } from '../fields.js';
import { ServiceItem } from '../parts/index.js';

export class FindItemRequest {
  @Code() code!: string;
  /** The guide as it was on that day; absent: as it is. */
  @Optional() @DateOnly() on?: string;
}

export class FindItemReply extends ServiceItem {
  @Whole({ min: 1 }) edition!: number;
  @Optional() @Whole({ min: 1 }) version?: number;
  /** The last day on which somebody could apply for it. */
  @Optional() @DateOnly() retiredOn?: string;
}

export const FindItemV1 = defineQuery({
  name: 'intake.find-item',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindItemRequest,
  reply: FindItemReply,
  http: { method: 'GET', path: '/items/{code}' },
  summary: { zh: '查看办事指南', en: 'Shows the guide of a service item' },
});
