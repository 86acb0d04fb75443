import { defineCommand } from '../contract.js';
import { Code, DateOnly, DistrictCode, NestedList, OneOf, Optional, Whole } from '../fields.js';
import { CatalogueFinding, ImplementationOfItem, VERSION_STATUSES } from '../parts/index.js';

export class PublishImplementationRequest extends ImplementationOfItem {
  /** The edition that the editor saw; 0: there was none. Absent: whatever there was is replaced. */
  @Optional() @Whole({ max: 999_999 }) basedOn?: number;
  /** The first day on which it holds; absent: today. */
  @Optional() @DateOnly() inForceFrom?: string;
}

export class PublishImplementationReply {
  @Code() item!: string;
  @DistrictCode() district!: string;
  @Whole({ min: 1 }) edition!: number;
  @OneOf(VERSION_STATUSES) status!: (typeof VERSION_STATUSES)[number];
  @DateOnly() inForceFrom!: string;
  /** Where it is out of step with the item: name, code, materials and type have to agree on all levels 三级四同. */
  @Optional() @NestedList(() => CatalogueFinding, { atMost: 10 }) notes?: CatalogueFinding[];
}

export const PublishImplementationV1 = defineCommand({
  name: 'intake.publish-implementation',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishImplementationRequest,
  reply: PublishImplementationReply,
  http: { method: 'PUT', path: '/items/{item}/implementations/{district}' },
  summary: {
    zh: '发布事项在一地的实施清单，即日或定期施行',
    en: 'Publishes how a district handles an item, in force at once or from a day on',
  },
});
