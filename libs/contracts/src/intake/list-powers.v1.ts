import { defineQuery } from '../contract.js';
import { Code, DateOnly, NestedList, OneOf, Optional, Text, Texts } from '../fields.js';
import { ITEM_TYPES, Page, POWER_SOURCES } from '../parts/index.js';
import { POWER_CHANGES } from './change-power.v1.js';

/** A certificate 证明 that may be asked for, with the provision that allows it; what is not listed cannot be demanded. */
export class CertificateOfItem {
  @Code() code!: string;
  @Text({ max: 300 }) name!: string;
  @Optional() @Text({ max: 300 }) basis?: string;
}

/** A change of the power behind an item. */
export class ChangeOfPower {
  @OneOf(POWER_CHANGES) kind!: (typeof POWER_CHANGES)[number];
  @DateOnly() effectiveOn!: string;
  @Text({ max: 300 }) basis!: string;
  @Text({ max: 200 }) from!: string;
  @Optional() @Text({ max: 200 }) to?: string;
}

export class PowerOfAgency {
  @Code() item!: string;
  @Text({ max: 200 }) name!: string;
  @OneOf(ITEM_TYPES) itemType!: (typeof ITEM_TYPES)[number];
  /** What the agency has to do with it. */
  @OneOf(['decides', 'supervises']) duty!: 'decides' | 'supervises';
  @Optional() @OneOf(POWER_SOURCES) powerSource?: (typeof POWER_SOURCES)[number];
  @Texts({ atMost: 20, max: 300 }) legalBasis!: string[];
  @NestedList(() => CertificateOfItem, { atMost: 50 }) certificates!: CertificateOfItem[];
  @NestedList(() => ChangeOfPower, { atMost: 50 }) changes!: ChangeOfPower[];
}

export class ListPowersRequest extends Page {
  @Code() agency!: string;
}

export class ListPowersReply {
  @NestedList(() => PowerOfAgency, { atMost: 200 }) powers!: PowerOfAgency[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListPowersV1 = defineQuery({
  name: 'intake.list-powers',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListPowersRequest,
  reply: ListPowersReply,
  http: { method: 'GET', path: '/powers' },
  summary: {
    zh: '部门权责清单及可索要的证明事项',
    en: 'Lists the powers and duties of an agency, with the certificates that it may ask for',
  },
});
