import { Code, Codes, InstantText, NestedList, OneOf, Optional, Text, Texts } from '../fields.js';
import { EdgeOfBundle, NODE_KINDS } from './bundle-plan.js';

export const STANDINGS = ['pending', 'in-effect', 'refused'] as const;

/** An earlier result that a track waits for, or that work or opening waits for. */
export class AwaitedResult {
  @Text({ max: 60 }) node!: string;
  @Text({ max: 200 }) name!: string;
  @Optional() @Text({ max: 500 }) basis?: string;
  @OneOf(STANDINGS) standing!: (typeof STANDINGS)[number];
}

/** A node of the case’s plan and what has come of it. */
export class NodeView {
  @Text({ max: 60 }) id!: string;
  @Text({ max: 200 }) name!: string;
  @OneOf(NODE_KINDS) kind!: (typeof NODE_KINDS)[number];
  @Optional() @Code() item?: string;
  @Optional() @Text({ max: 200 }) department?: string;
  @Optional() @Text({ max: 60 }) stage?: string;
  @OneOf(STANDINGS) standing!: (typeof STANDINGS)[number];
  /** Of a node that no track decides, once it is recorded. */
  @Optional() @Text({ max: 500 }) evidence?: string;
  @Optional() @InstantText() recordedAt?: string;
  @Optional() @Text({ max: 100 }) recordedBy?: string;
  /** The agencies that go by the name of its department, as the place says; they record its result besides the window. */
  @Optional() @Codes({ atLeast: 1, atMost: 10 }) agencies?: string[];
  /** What the asking person may do with it now: `record-node`. Absent: nothing. */
  @Optional() @Texts({ atMost: 5, max: 60 }) actions?: string[];
}

export class PlanView {
  @NestedList(() => NodeView, { atMost: 100 }) nodes!: NodeView[];
  @NestedList(() => EdgeOfBundle, { atMost: 500 }) edges!: EdgeOfBundle[];
}
