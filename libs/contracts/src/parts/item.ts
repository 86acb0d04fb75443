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
import { NationalFields, NationalMaterial } from './national-item.js';

export const TERM_UNITS = ['working-day', 'calendar-day'] as const;

export const EXTENSION_APPROVERS = ['agency-head', 'government-head'] as const;

/** What the law of an item says of extending its term, where it differs from 许可法 42①. */
export class ExtensionOfTerm {
  /** In days of the term; 0: that law gives no extension. */
  @Whole({ min: 0, max: 365 }) maxDays!: number;
  @OneOf(EXTENSION_APPROVERS) approver!: (typeof EXTENSION_APPROVERS)[number];
  @Text({ max: 300 }) source!: string;
}

/** A procedure whose time does not count beside the eight of 许可法 45, and the article that says so. */
export class ExclusionOfTerm {
  @Code() procedure!: string;
  @Text({ max: 100 }) name!: string;
  /** The name in English; absent: as the law has it. */
  @Optional() @Text({ max: 100 }) nameEn?: string;
  @Text({ max: 300 }) article!: string;
}

/** A term and where it is written. */
export class TermOfItem {
  @OneOf(TERM_UNITS) unit!: (typeof TERM_UNITS)[number];
  @Whole({ min: 1, max: 1000 }) days!: number;
  @Text({ max: 300 }) source!: string;
  /** Of a statutory term; absent: ten days by the head of the agency (许可法 42①). A promised term is never extended. */
  @Optional() @Nested(() => ExtensionOfTerm) extension?: ExtensionOfTerm;
  /** Of a statutory term: what the law of the item excludes, which stops the promised term too. Of a promised term: what the place excludes besides, for it alone. */
  @Optional() @NestedList(() => ExclusionOfTerm, { atMost: 20 }) exclusions?: ExclusionOfTerm[];
}

export const WARNING_LAMPS = ['blue', 'yellow', 'red'] as const;

/** Lights a lamp when either bound is reached. */
export class LampThreshold {
  @OneOf(WARNING_LAMPS) lamp!: (typeof WARNING_LAMPS)[number];
  /** Lit when so many working days, or fewer, are left: 0 is the last day, -1 is over. */
  @Whole({ min: -1, max: 365 }) workingDaysLeft!: number;
  /** Lit when so many hundredths of the term, or fewer, are left. */
  @Optional() @Whole({ max: 100 }) percentLeft?: number;
}

/** Lamps that an item sets instead of the place, clock by clock, mildest first. */
export class WarningsOfItem {
  @Optional() @NestedList(() => LampThreshold, { atMost: 5 }) statutory?: LampThreshold[];
  @Optional() @NestedList(() => LampThreshold, { atMost: 5 }) promised?: LampThreshold[];
  /** Of the term to issue and serve the certificate (许可法 44). */
  @Optional() @NestedList(() => LampThreshold, { atMost: 5 }) certificate?: LampThreshold[];
}

/** How the agencies of a bundle handle it: only joint handling under 许可法 26② has a term of its own (42②). */
export const BUNDLE_HANDLINGS = ['joint', 'side-by-side'] as const;

export const LAPSE_UNITS = ['working-day', 'calendar-day', 'month', 'year'] as const;

/** The term in which a permit has to be used, or lapses by itself, as some laws say (建筑法 9: three months). */
export class LapseOfItem {
  @OneOf(LAPSE_UNITS) unit!: (typeof LAPSE_UNITS)[number];
  @Whole({ min: 1, max: 1000 }) count!: number;
  /** What it counts from. */
  @OneOf(['decision', 'service']) from!: 'decision' | 'service';
  @Text({ max: 300 }) source!: string;
}

export const MATERIAL_NECESSITIES = ['required', 'optional', 'may-follow'] as const;
export const MATERIAL_SOURCES = ['applicant', 'government', 'intermediary'] as const;

/** One field of a sample form, filled in as an applicant is to fill it in. */
export class SampleField {
  @Text({ max: 100 }) label!: string;
  @Text({ max: 500 }) example!: string;
  @Optional() @Text({ max: 300 }) note?: string;
}

/** The sample of an application form 申请书示范文本, published with the item (许可法 30). */
export class SampleForm {
  @Text({ max: 200 }) title!: string;
  @NestedList(() => SampleField, { atLeast: 1, atMost: 100 }) fields!: SampleField[];
}

/** A material that the guide asks for. 必要性: required 必要, optional 非必要, may-follow 容缺后补. */
export class MaterialOfItem extends NationalMaterial {
  @Code() code!: string;
  @Text({ max: 300 }) name!: string;
  @OneOf(MATERIAL_NECESSITIES) necessity!: (typeof MATERIAL_NECESSITIES)[number];
  @OneOf(MATERIAL_SOURCES) source!: (typeof MATERIAL_SOURCES)[number];
  @Text({ max: 500 }) acceptanceStandard!: string;
  /** The service 中介服务 whose agencies make it, where only an intermediary can. */
  @Optional() @Code() intermediaryService?: string;
  /** The item whose result it is: where a bundle has that before this one, it is not asked for. */
  @Optional() @Code() resultOf?: string;
  /** Whole months after it was made that it may be handed in. */
  @Optional() @Whole({ min: 1, max: 120 }) validMonths?: number;
  /** How it is filled in, where it is a form. */
  @Optional() @Nested(() => SampleForm) sample?: SampleForm;
}

export const ITEM_TYPES = [
  'administrative-permit', // 01 行政许可
  'administrative-penalty', // 02 行政处罚
  'administrative-coercion', // 03 行政强制
  'administrative-levy', // 04 行政征收
  'administrative-benefit', // 05 行政给付
  'administrative-inspection', // 06 行政检查
  'administrative-confirmation', // 07 行政确认
  'administrative-reward', // 08 行政奖励
  'administrative-adjudication', // 09 行政裁决
  'other-administrative-power', // 10 其他行政权力
  'public-service', // 20 公共服务
  'other', // 99 其它
] as const;
export const HANDLING_TYPES = ['on-the-spot', 'promised'] as const;

/** A service item 政务服务事项 with what 许可法 30 asks to be published. */
export class ServiceItem extends NationalFields {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @OneOf(ITEM_TYPES) itemType!: (typeof ITEM_TYPES)[number];
  /** 12-digit 基本编码, where the catalogue has assigned one. */
  @Optional() @Text({ min: 12, max: 12 }) basicCode?: string;
  /** 31-digit 实施编码, where the catalogue has assigned one. */
  @Optional() @Text({ min: 31, max: 31 }) implementationCode?: string;
  @OneOf(HANDLING_TYPES) handlingType!: (typeof HANDLING_TYPES)[number];
  /** Agency that decides: `bureau`, `fire-rescue`. */
  @Code() decidingAgency!: string;
  @Text({ max: 200 }) decidingAgencyName!: string;
  /** Department that supervises after the decision. Absent: the deciding agency supervises what it decides. */
  @Optional() @Code() supervisingDepartment?: string;
  @Texts({ atLeast: 1, atMost: 20, max: 300 }) legalBasis!: string[];
  @Texts({ atLeast: 1, atMost: 30 }) conditions!: string[];
  @Texts({ atLeast: 1, atMost: 20, max: 100 }) procedure!: string[];
  @Nested(() => TermOfItem) statutoryTerm!: TermOfItem;
  @Optional() @Nested(() => TermOfItem) promisedTerm?: TermOfItem;
  @Optional() @Nested(() => WarningsOfItem) warnings?: WarningsOfItem;
  @NestedList(() => MaterialOfItem, { atLeast: 1, atMost: 50 }) materials!: MaterialOfItem[];
  /** How many permits there may be, or that there is no limit (许可法 30: 数量). */
  @Text({ max: 200 }) quantityLimit!: string;
  @Flag() charged!: boolean;
  /** Law or administrative regulation that allows the fee (许可法 58, 59); required when charged. */
  @Optional() @Text({ max: 300 }) feeBasis?: string;
  @Flag() siteVisit!: boolean;
  @Text({ max: 200 }) resultName!: string;
  /** Whole years that the licence is valid; absent: without an end. */
  @Optional() @Whole({ min: 1, max: 50 }) validityYears?: number;
  /** Absent: its permits do not lapse by not being used. */
  @Optional() @Nested(() => LapseOfItem) lapse?: LapseOfItem;
  @Text({ max: 100 }) consultation!: string;
  @Text({ max: 100 }) complaints!: string;
}

/** What one item of several says of a material that all of them ask for. */
export class StandardOfItem {
  @Code() item!: string;
  @Text({ max: 500 }) acceptanceStandard!: string;
}

/** A material that is handed in once for all items that ask for it: as the strictest of them does. */
export class MergedMaterial extends MaterialOfItem {
  /** The items that ask for it. */
  @Codes({ atMost: 60 }) items!: string[];
  /** Every standard that it has to meet, with the item that sets it. */
  @NestedList(() => StandardOfItem, { atMost: 60 }) standards!: StandardOfItem[];
  /** The condition on the answers under which it is asked for; absent: always. */
  @Optional() @JsonObject() when?: Record<string, unknown>;
}
