import {
  Code,
  CreditCode,
  DistrictCode,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
} from '../fields.js';
import { DraftItem } from './draft.js';
import { TermOfItem } from './item.js';
import { EXERCISE_LEVEL_CODES, PlaceOfItem, POWER_SOURCES } from './national-item.js';

/** Who may be handled at a place 通办范围. */
export const HANDLING_AREAS = ['district', 'city', 'province', 'inter-province', 'nation'] as const;

/** An item as one agency handles it in one district 实施清单: who and where, and what differs from the item. */
export class ImplementationOfItem {
  /** Code of the item. */
  @Code() item!: string;
  @DistrictCode() district!: string;
  /** 行使层级 1 to 6. */
  @OneOf(EXERCISE_LEVEL_CODES) level!: (typeof EXERCISE_LEVEL_CODES)[number];
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
  @Optional() @CreditCode() agencyCreditCode?: string;
  /** 31-digit 实施编码. */
  @Optional() @Text({ min: 31, max: 31 }) implementationCode?: string;
  @Optional() @OneOf(POWER_SOURCES) powerSource?: (typeof POWER_SOURCES)[number];
  @Optional() @Nested(() => TermOfItem) promisedTerm?: TermOfItem;
  @Optional() @NestedList(() => PlaceOfItem, { atMost: 20 }) places?: PlaceOfItem[];
  /** From where people may be handled here 通办范围; absent: the district alone. */
  @Optional() @OneOf(HANDLING_AREAS) area?: (typeof HANDLING_AREAS)[number];
  /** Fields of the item that this district publishes otherwise; of the four that must agree (三级四同) the check tells. */
  @Optional() @Nested(() => DraftItem) differs?: DraftItem;
}
