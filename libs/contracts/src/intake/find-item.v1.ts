import { defineQuery } from '../contract.js';
import {
  Code,
  DateOnly,
  DistrictCode,
  Flag,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { HANDLING_AREAS, PlaceOfItem, ServiceItem, TermOfItem } from '../parts/index.js';

export class FindItemRequest {
  @Code() code!: string;
  /** The guide as it was on that day; absent: as it is. */
  @Optional() @DateOnly() on?: string;
  /** As this district handles it on that day: its agency, its promised term, its places, and what it publishes otherwise. */
  @Optional() @DistrictCode() district?: string;
}

/** What one district does differently: who handles it there, how fast, and where. */
export class HandlingInDistrict {
  @DistrictCode() district!: string;
  /** Which edition of it that is, and the first day of that. */
  @Optional() @Whole({ min: 1 }) edition?: number;
  @Optional() @DateOnly() inForceFrom?: string;
  @Text({ max: 200 }) agencyName!: string;
  @Optional() @Text({ min: 31, max: 31 }) implementationCode?: string;
  @Optional() @Nested(() => TermOfItem) promisedTerm?: TermOfItem;
  @Optional() @NestedList(() => PlaceOfItem, { atMost: 20 }) places?: PlaceOfItem[];
  /** From where people may be handled here 通办范围. */
  @Optional() @OneOf(HANDLING_AREAS) area?: (typeof HANDLING_AREAS)[number];
}

export class FindItemReply extends ServiceItem {
  @Whole({ min: 1 }) edition!: number;
  @Optional() @Whole({ min: 1 }) version?: number;
  /** The last day on which somebody could apply for it. */
  @Optional() @DateOnly() retiredOn?: string;
  /** Questions lead to it, under its own code; absent: none do. */
  @Optional() @Flag() guided?: boolean;
  /** The day that all of this is told of: the one asked for, else today. */
  @Optional() @DateOnly() asOf?: string;
  /** How the district that was asked for handles it. */
  @Optional() @Nested(() => HandlingInDistrict) implementation?: HandlingInDistrict;
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
