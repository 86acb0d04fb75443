import { defineQuery } from '../contract.js';
import {
  Code,
  Flag,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Uuid,
} from '../fields.js';
import { DueDate } from '../parts/index.js';
import { ProjectNumber } from './market-parts.js';

export const NEED_STATUSES = ['open', 'published', 'met', 'lapsed'] as const;

export class ListNeedsRequest {
  @Optional() @OneOf(NEED_STATUSES) status?: (typeof NEED_STATUSES)[number];
}

export class MarketNeed {
  @Text({ max: 200 }) needId!: string;
  @OneOf(NEED_STATUSES) status!: (typeof NEED_STATUSES)[number];
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) applicationNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() material!: string;
  @Text({ max: 300 }) materialName!: string;
  @Code() service!: string;
  /** Whether the city's list ties this service to the item; otherwise the report may not be required (营商条例 43). */
  @Flag() listed!: boolean;
  @InstantText() neededSince!: string;
  @Nested(() => DueDate) correctionDue!: DueDate;
  /** The project that it was published as. */
  @Optional() @ProjectNumber() projectNumber?: string;
}

export class ListNeedsReply {
  @NestedList(() => MarketNeed, { atMost: 200 }) needs!: MarketNeed[];
}

export const ListNeedsV1 = defineQuery({
  name: 'intermediary-market.list-needs',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: ListNeedsRequest,
  reply: ListNeedsReply,
  http: { method: 'GET', path: '/market/needs' },
  summary: {
    zh: '我的中介服务需求',
    en: "The reports that the asking enterprise's applications lack",
  },
});
