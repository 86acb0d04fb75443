import { defineQuery } from '../contract.js';
import { Code, Nested, NestedList, OneOf, Optional, Text, Texts, Whole } from '../fields.js';
import { BUNDLE_HANDLINGS, PlanOfBundle, ServiceItem } from '../parts/index.js';

export class FindBundleRequest {
  @Code() code!: string;
}

export class FindBundleReply {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @Whole({ min: 1 }) edition!: number;
  @NestedList(() => ServiceItem, { atMost: 30 }) items!: ServiceItem[];
  @Texts({ atMost: 30, max: 80 }) jointInspection!: string[];
  /** How its parts depend on one another, with those that are not offered here. */
  @Optional() @Nested(() => PlanOfBundle) plan?: PlanOfBundle;
  @Optional() @OneOf(BUNDLE_HANDLINGS) handling?: (typeof BUNDLE_HANDLINGS)[number];
}

export const FindBundleV1 = defineQuery({
  name: 'intake.find-bundle',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindBundleRequest,
  reply: FindBundleReply,
  http: { method: 'GET', path: '/bundles/{code}' },
  summary: { zh: '查看“一件事”', en: 'Shows a bundle with the guides of its items' },
});
