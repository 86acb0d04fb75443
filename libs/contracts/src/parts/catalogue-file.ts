import { Code, JsonObject, Nested, OneOf, Optional, Text } from '../fields.js';
import { PlanOfBundle } from './bundle-plan.js';
import { DraftItem } from './draft.js';
import { BUNDLE_HANDLINGS } from './item.js';

/** An entry of `items` in a catalogue file. */
export class ItemInFile extends DraftItem {
  /** `draft` keeps what is incomplete for its editors; absent: it is published at once. */
  @Optional() @OneOf(['draft', 'published']) publication?: 'draft' | 'published';
}

/** An entry of `bundles` in a catalogue file: its items are those of the nodes that the catalogue has. */
export class BundleInFile {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @Optional() @OneOf(BUNDLE_HANDLINGS) handling?: (typeof BUNDLE_HANDLINGS)[number];
  /** What the bundle asks beside its items, as JSON Schema; its conditions may turn on it. */
  @Optional() @JsonObject() form?: Record<string, unknown>;
  @Nested(() => PlanOfBundle) plan!: PlanOfBundle;
}
