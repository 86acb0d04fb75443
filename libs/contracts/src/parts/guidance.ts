import {
  Code,
  Codes,
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
import { FeeOfItem } from './national-item.js';
import { MergedMaterial, TermOfItem } from './item.js';

export const GUIDING_QUESTION_KINDS = ['single', 'multiple', 'number'] as const;

/** One thing that can be answered. */
export class GuidingOption {
  @Text({ max: 100 }) value!: string;
  @Text({ max: 200 }) zh!: string;
  @Text({ max: 200 }) en!: string;
}

/** Where it goes on: the first branch whose condition holds; one without a condition takes all others. */
export class GuidingBranch {
  /** A condition on answers, with the ids of questions as fields. */
  @Optional() @JsonObject() when?: Record<string, unknown>;
  /** Id of a question or of an outcome. */
  @Text({ max: 60 }) to!: string;
}

/** A question as it is asked. */
export class AskedQuestion {
  @Text({ max: 60 }) id!: string;
  @OneOf(GUIDING_QUESTION_KINDS) kind!: (typeof GUIDING_QUESTION_KINDS)[number];
  @Text({ max: 300 }) zh!: string;
  @Text({ max: 300 }) en!: string;
  /** What is meant, for whoever is in doubt. */
  @Optional() @Text({ max: 1000 }) helpZh?: string;
  @Optional() @Text({ max: 1000 }) helpEn?: string;
  /** Of a question of choice. */
  @Optional() @NestedList(() => GuidingOption, { atMost: 50 }) options?: GuidingOption[];
  /** Of a number. */
  @Optional() @Text({ max: 30 }) unit?: string;
  @Optional() @Whole() minimum?: number;
  @Optional() @Whole() maximum?: number;
}

export class GuidingQuestion extends AskedQuestion {
  @NestedList(() => GuidingBranch, { atLeast: 1, atMost: 50 }) next!: GuidingBranch[];
}

/** Why, and by which provision. */
export class GuidingReason {
  @Text({ max: 500 }) zh!: string;
  @Text({ max: 500 }) en!: string;
  @Optional() @Text({ max: 200 }) source?: string;
}

/** An end of the tree. What its items need, take and cost comes from the catalogue. */
export class GuidingOutcome {
  @Text({ max: 60 }) id!: string;
  @Flag() eligible!: boolean;
  @NestedList(() => GuidingReason, { atMost: 20 }) reasons!: GuidingReason[];
  /** Items to apply for. */
  @Codes({ atLeast: 0, atMost: 30 }) items!: string[];
}

/** Questions that lead 情形引导: they tell before anything is typed what somebody needs. */
export class GuidanceTree {
  @Text({ max: 200 }) nameZh!: string;
  @Text({ max: 200 }) nameEn!: string;
  /** The item or the bundle that it leads to. */
  @Optional() @Code() item?: string;
  @Optional() @Code() bundle?: string;
  /** The question that is asked first. */
  @Text({ max: 60 }) start!: string;
  @NestedList(() => GuidingQuestion, { atLeast: 1, atMost: 100 }) questions!: GuidingQuestion[];
  @NestedList(() => GuidingOutcome, { atLeast: 1, atMost: 100 }) outcomes!: GuidingOutcome[];
}

/** An entry of `guidance` in a catalogue file. */
export class GuidanceInFile extends GuidanceTree {
  @Code() code!: string;
}

/** How long an item takes at most, by law and as it is promised, and what it costs. */
export class ItemAhead {
  @Code() item!: string;
  @Text({ max: 200 }) name!: string;
  @Text({ max: 200 }) decidingAgencyName!: string;
  @Nested(() => TermOfItem) statutoryTerm!: TermOfItem;
  @Optional() @Nested(() => TermOfItem) promisedTerm?: TermOfItem;
  @Flag() charged!: boolean;
  @Optional() @NestedList(() => FeeOfItem, { atMost: 20 }) fees?: FeeOfItem[];
}

/** What the answers lead to. */
export class GuidanceOutcome {
  @Flag() eligible!: boolean;
  @NestedList(() => GuidingReason, { atMost: 20 }) reasons!: GuidingReason[];
  /** The items to apply for, each with its terms and fees. */
  @NestedList(() => ItemAhead, { atMost: 30 }) items!: ItemAhead[];
  @NestedList(() => MergedMaterial, { atMost: 400 }) materials!: MergedMaterial[];
  /** Items that would be needed and that nobody can apply for here. */
  @Optional() @Texts({ atMost: 30, max: 80 }) notOffered?: string[];
}
