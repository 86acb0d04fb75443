import { NestedList, OneOf, Optional, Text, Texts } from '../fields.js';

/** Everyday words and abbreviations 同义词、简称, and what the catalogue says instead. */
export class SynonymGroup {
  /** `开饭店`, `开餐馆`. */
  @Texts({ atLeast: 1, atMost: 30, max: 30 }) words!: string[];
  /** `食品经营许可`; the likeliest first. */
  @Texts({ atLeast: 1, atMost: 6, max: 60 }) means!: string[];
}

export class SynonymsOfCatalogue {
  @NestedList(() => SynonymGroup, { atMost: 1_000 }) groups!: SynonymGroup[];
  /** Words that say nothing about what is looked for: `怎么办`, `我想`. */
  @Texts({ atMost: 200, max: 20 }) ignored!: string[];
}

export const MATCHED_FIELDS = ['name', 'keyword', 'result-name', 'agency'] as const;
export const MATCHED_BY = ['words', 'synonym', 'pinyin', 'initials', 'similar'] as const;

/** Why an item was found. */
export class MatchOfItem {
  @OneOf(MATCHED_FIELDS) field!: (typeof MATCHED_FIELDS)[number];
  /** What stands there. */
  @Text({ max: 200 }) text!: string;
  /** `similar`: not as it was typed, but close to it or of the same sound. */
  @OneOf(MATCHED_BY) by!: (typeof MATCHED_BY)[number];
  /** The everyday word, where a synonym led to it. */
  @Optional() @Text({ max: 30 }) synonym?: string;
}
