import { defineCommand } from '../contract.js';
import { Code, DateOnly, DistrictCode, OneOf, Optional, Text, Whole } from '../fields.js';
import { VERSION_STATUSES } from '../parts/index.js';

export class EndImplementationRequest {
  @Code() item!: string;
  @DistrictCode() district!: string;
  @Text({ max: 500 }) reason!: string;
  /** The first day on which the district does not handle it any more; absent: today. */
  @Optional() @DateOnly() on?: string;
}

export class EndImplementationReply {
  @Code() item!: string;
  @DistrictCode() district!: string;
  @Whole({ min: 1 }) edition!: number;
  @OneOf(VERSION_STATUSES) status!: (typeof VERSION_STATUSES)[number];
  @DateOnly() inForceFrom!: string;
}

export const EndImplementationV1 = defineCommand({
  name: 'intake.end-implementation',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: EndImplementationRequest,
  reply: EndImplementationReply,
  http: { method: 'POST', path: '/items/{item}/implementations/{district}/end' },
  summary: {
    zh: '事项在一地停止实施，即日或定期生效',
    en: 'Ends the handling of an item in a district, at once or from a day on',
  },
});
