import { Codes, InstantText, JsonObject, Nested, OneOf, Optional, Text, Whole } from '../fields.js';
import { PlanOfBundle } from './bundle-plan.js';
import { BUNDLE_HANDLINGS } from './item.js';

/** What is said of a bundle on its way to publication: anything may still be missing. What is there has its right form. */
export class DraftBundle {
  @Optional() @Text({ max: 200 }) name?: string;
  /** Items of a bundle without a plan. */
  @Optional() @Codes({ atLeast: 0, atMost: 30 }) items?: string[];
  @Optional() @Codes({ atLeast: 0, atMost: 30 }) jointInspection?: string[];
  @Optional() @OneOf(BUNDLE_HANDLINGS) handling?: (typeof BUNDLE_HANDLINGS)[number];
  @Optional() @Nested(() => PlanOfBundle) plan?: PlanOfBundle;
  /** What the bundle asks beside its items, as JSON Schema; its conditions may turn on it. */
  @Optional() @JsonObject() form?: Record<string, unknown>;
}

/** A published edition of a bundle; its content is never changed. */
export class EditionOfBundle {
  @Whole({ min: 1 }) edition!: number;
  @InstantText() publishedAt!: string;
}
