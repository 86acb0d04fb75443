import { defineCommand } from '../contract.js';
import {
  Code,
  Codes,
  JsonObject,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { BUNDLE_HANDLINGS, CatalogueFinding, PlanOfBundle } from '../parts/index.js';

export class PublishBundleRequest {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  /** Items of the bundle, at least two, all of them published. With a plan they follow from it: empty. */
  @Codes({ atLeast: 0, atMost: 30 }) items!: string[];
  /** Items inspected together on site. With a plan they follow from it: empty. */
  @Codes({ atLeast: 0, atMost: 30 }) jointInspection!: string[];
  /** Absent: side by side, each item on its own term. */
  @Optional() @OneOf(BUNDLE_HANDLINGS) handling?: (typeof BUNDLE_HANDLINGS)[number];
  /** How its parts depend on one another, and on what was answered. */
  @Optional() @Nested(() => PlanOfBundle) plan?: PlanOfBundle;
  /** What the bundle asks beside its items, as JSON Schema; its conditions may turn on it. */
  @Optional() @JsonObject() form?: Record<string, unknown>;
  /** The edition that the editor saw; 0: there was none. Absent: whatever there was is replaced. */
  @Optional() @Whole() basedOn?: number;
}

export class PublishBundleReply {
  @Code() code!: string;
  @Whole({ min: 1 }) edition!: number;
  /** What should be known of it: nodes that are not offered here. */
  @Optional() @NestedList(() => CatalogueFinding, { atMost: 200 }) notes?: CatalogueFinding[];
}

export const PublishBundleV1 = defineCommand({
  name: 'intake.publish-bundle',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishBundleRequest,
  reply: PublishBundleReply,
  http: { method: 'PUT', path: '/bundles/{code}' },
  summary: {
    zh: '发布或更新“一件事”',
    en: 'Publishes a bundle of items that are one thing to the applicant',
  },
});
