import { defineQuery } from '../contract.js';
import { Code, DistrictCode, NestedList, OneOf, Optional, Text } from '../fields.js';
import {
  CatalogueFinding,
  EXERCISE_LEVEL_CODES,
  HANDLING_AREAS,
  Page,
  PlaceOfItem,
} from '../parts/index.js';

export class ImplementationListed {
  @DistrictCode() district!: string;
  @OneOf(EXERCISE_LEVEL_CODES) level!: (typeof EXERCISE_LEVEL_CODES)[number];
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
  @Optional() @OneOf(HANDLING_AREAS) area?: (typeof HANDLING_AREAS)[number];
  @NestedList(() => PlaceOfItem, { atMost: 20 }) places!: PlaceOfItem[];
  /** Where it is out of step with the item: name, code, materials and type have to agree on all levels 三级四同. */
  @NestedList(() => CatalogueFinding, { atMost: 10 }) findings!: CatalogueFinding[];
}

export class ListImplementationsRequest extends Page {
  @Code() code!: string;
  /** A district, or the first digits of it for all below. */
  @Optional() @DistrictCode() district?: string;
}

export class ListImplementationsReply {
  @NestedList(() => ImplementationListed, { atMost: 200 }) implementations!: ImplementationListed[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListImplementationsV1 = defineQuery({
  name: 'intake.list-implementations',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListImplementationsRequest,
  reply: ListImplementationsReply,
  http: { method: 'GET', path: '/items/{code}/implementations' },
  summary: {
    zh: '事项在各地的实施清单、通办范围和三级四同核对',
    en: 'Lists where an item is handled, from where people may come, and what is out of step',
  },
});
