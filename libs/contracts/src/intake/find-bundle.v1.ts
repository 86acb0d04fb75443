import { defineQuery } from '../contract.js';
import {
  Code,
  Flag,
  JsonObject,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Whole,
} from '../fields.js';
import {
  BUNDLE_HANDLINGS,
  CatalogueFinding,
  MergedMaterial,
  PlanOfBundle,
  ServiceItem,
} from '../parts/index.js';

export class FindBundleRequest {
  @Code() code!: string;
  /** An earlier edition, with the items as they are now; absent: the one in force. */
  @Optional() @Whole({ min: 1 }) edition?: number;
}

/** When a node of the plan is needed. */
export class ConditionOfNode {
  @Text({ max: 60 }) node!: string;
  @Optional() @Code() item?: string;
  @JsonObject() when!: Record<string, unknown>;
}

export class FindBundleReply {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @Whole({ min: 1 }) edition!: number;
  @NestedList(() => ServiceItem, { atMost: 30 }) items!: ServiceItem[];
  @Texts({ atMost: 30, max: 80 }) jointInspection!: string[];
  /** Questions lead to it, under its own code; absent: none do. */
  @Optional() @Flag() guided?: boolean;
  /** How its parts depend on one another, with those that are not offered here. */
  @Optional() @Nested(() => PlanOfBundle) plan?: PlanOfBundle;
  @Optional() @OneOf(BUNDLE_HANDLINGS) handling?: (typeof BUNDLE_HANDLINGS)[number];
  /** The one form for all of it, as JSON Schema: what two items ask under one key is asked once. */
  @Optional() @JsonObject() form?: Record<string, unknown>;
  /** By key of the form: the items that ask for it; the bundle's own questions are asked by none. */
  @Optional() @JsonObject() fieldsOf?: Record<string, unknown>;
  /** The one set of materials for all of it. */
  @Optional() @NestedList(() => MergedMaterial, { atMost: 400 }) materials?: MergedMaterial[];
  @Optional() @NestedList(() => ConditionOfNode, { atMost: 100 }) conditions?: ConditionOfNode[];
  /** Where items have come to define one key of the form differently since it was published. */
  @Optional() @NestedList(() => CatalogueFinding, { atMost: 200 }) conflicts?: CatalogueFinding[];
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
