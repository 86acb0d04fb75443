import { Code, Flag, JsonObject, NestedList, OneOf, Optional, Text, Texts } from '../fields.js';

export const NODE_KINDS = [
  'item', // 事项
  'data-check', // 数据核验
  'technical-review', // 技术审查
  'intermediary', // 中介服务
  'joint', // 联合办理
  'external', // 行政机关以外
  'follow-up', // 后续
] as const;

export const EDGE_TYPES = [
  'hard', // 前置决定生效前不得作出决定
  'data', // 仅共享材料、结果
  'start', // 不阻断决定，未完成不得开工、营业
  'soft', // 建议顺序
] as const;

export class NodeOfBundle {
  @Text({ max: 60 }) id!: string;
  @Text({ max: 200 }) name!: string;
  @OneOf(NODE_KINDS) kind!: (typeof NODE_KINDS)[number];
  @Optional() @Text({ max: 200 }) department?: string;
  /** Code of the item; one that the catalogue lacks is not offered here. */
  @Optional() @Code() item?: string;
  @Optional() @Flag() optional?: boolean;
  /** When it is needed, in words. */
  @Optional() @Text({ max: 500 }) condition?: string;
  /** The same as a condition on the answers of the form: while it cannot be told, what it turns on is asked. */
  @Optional() @JsonObject() when?: Record<string, unknown>;
  @Optional() @Text({ max: 60 }) stage?: string;
  @Optional() @Text({ max: 1000 }) note?: string;
}

/** What comes before what. */
export class EdgeOfBundle {
  @Text({ max: 60 }) from!: string;
  @Text({ max: 60 }) to!: string;
  @OneOf(EDGE_TYPES) type!: (typeof EDGE_TYPES)[number];
  @Optional() @Text({ max: 500 }) basis?: string;
}

export class StageOfBundle {
  @Text({ max: 60 }) id!: string;
  @Text({ max: 200 }) name!: string;
  @Optional() @Text({ max: 200 }) lead?: string;
}

/** Nodes that go on side by side. */
export class ParallelGroup {
  @Texts({ atLeast: 2, atMost: 60, max: 60 }) nodes!: string[];
}

/** How the parts of a bundle 一件事 depend on one another. Without nodes it is documentation. */
export class PlanOfBundle {
  @Optional() @Text({ max: 500 }) lead?: string;
  @Optional() @NestedList(() => StageOfBundle, { atMost: 20 }) stages?: StageOfBundle[];
  @NestedList(() => NodeOfBundle, { atMost: 100 }) nodes!: NodeOfBundle[];
  @NestedList(() => EdgeOfBundle, { atMost: 500 }) edges!: EdgeOfBundle[];
  @Optional() @NestedList(() => ParallelGroup, { atMost: 50 }) parallel?: ParallelGroup[];
  /** Nodes inspected together on site. */
  @Optional() @Texts({ atMost: 60, max: 60 }) jointInspection?: string[];
  @Optional() @Texts({ atMost: 50, max: 500 }) preconditions?: string[];
  @Optional() @Texts({ atMost: 100, max: 1000 }) notes?: string[];
  @Optional() @Texts({ atMost: 50, max: 500 }) sources?: string[];
}

/** A node of a bundle that the answers of one filing need. */
export class AcceptedNode {
  @Text({ max: 60 }) id!: string;
  @Text({ max: 200 }) name!: string;
  @OneOf(NODE_KINDS) kind!: (typeof NODE_KINDS)[number];
  /** Of the kind `item`, where the catalogue has it: one of the items of the same message. */
  @Optional() @Code() item?: string;
  @Optional() @Text({ max: 200 }) department?: string;
  @Optional() @Text({ max: 60 }) stage?: string;
  @Optional() @Flag() optional?: boolean;
}

/** The part of a bundle's plan that one filing needs, as the bundle said when it came in. */
export class AcceptedPlan {
  @Optional() @NestedList(() => StageOfBundle, { atMost: 20 }) stages?: StageOfBundle[];
  @NestedList(() => AcceptedNode, { atMost: 100 }) nodes!: AcceptedNode[];
  /** Only edges between nodes of this plan. */
  @NestedList(() => EdgeOfBundle, { atMost: 500 }) edges!: EdgeOfBundle[];
}
