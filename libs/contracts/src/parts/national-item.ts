import {
  Code,
  Codes,
  CreditCode,
  DateOnly,
  Flag,
  JsonObject,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Whole,
} from '../fields.js';

/** A provision that an item rests on 设定依据, with the days between which it is in force. */
export class LegalBasisOfItem {
  /** Name of the law: `食品安全法`. */
  @Text({ max: 200 }) law!: string;
  @Optional() @Text({ max: 100 }) article?: string;
  @Optional() @Text({ max: 2000 }) text?: string;
  @Optional() @DateOnly() validFrom?: string;
  /** The last day on which it is in force; absent: no end is known. */
  @Optional() @DateOnly() validTo?: string;
}

/** A fee with its standard, and the law or administrative regulation that allows it (许可法 58, 59). */
export class FeeOfItem {
  @Text({ max: 200 }) name!: string;
  @Text({ max: 500 }) standard!: string;
  @Text({ max: 300 }) basis!: string;
  /** Who pays less, or nothing. */
  @Optional() @Text({ max: 500 }) reduction?: string;
}

/** The eight procedures whose time is not counted (许可法 45). */
export const SPECIAL_PROCEDURE_KINDS = [
  'hearing', // 听证
  'bidding', // 招标
  'auction', // 拍卖
  'inspection', // 检验
  'testing', // 检测
  'quarantine', // 检疫
  'appraisal', // 鉴定
  'expert-review', // 专家评审
] as const;

/** A special procedure 特别程序 that the handling of an item may need. */
export class SpecialProcedureOfItem {
  @OneOf(SPECIAL_PROCEDURE_KINDS) kind!: (typeof SPECIAL_PROCEDURE_KINDS)[number];
  @Optional() @Whole({ min: 1, max: 1000 }) days?: number;
  @Optional() @Text({ max: 500 }) explanation?: string;
}

/** A mandated service of intermediaries 中介服务; outside the list it is no condition of acceptance (优化营商环境条例 43). */
export class IntermediaryServiceOfItem {
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @Optional() @Text({ max: 300 }) basis?: string;
  /** The agency pays for what it orders for its own decision. */
  @Optional() @OneOf(['applicant', 'agency']) paidBy?: 'applicant' | 'agency';
}

/** Where and when an item is handled at a counter. */
export class PlaceOfItem {
  @Text({ max: 200 }) name!: string;
  @Text({ max: 300 }) address!: string;
  @Text({ max: 300 }) hours!: string;
  @Optional() @Text({ max: 100 }) phone?: string;
}

export class QuestionOfItem {
  @Text({ max: 300 }) question!: string;
  @Text({ max: 2000 }) answer!: string;
}

export const POWER_SOURCES = [
  'statutory', // 法定本级
  'delegated-by-superior', // 上级下放
  'authorised-by-superior', // 上级授权
  'authorised-by-peer', // 同级授权
  'entrusted-by-superior', // 上级委托
  'entrusted-by-peer', // 同级委托
] as const;

export const AGENCY_KINDS = ['statutory-organ', 'authorised', 'entrusted'] as const;

/** 行使层级, by the digit of the implementation code. */
export const EXERCISE_LEVEL_CODES = ['1', '2', '3', '4', '5', '6'] as const;

export const SERVED_KINDS = [
  'natural-person', // 1 自然人
  'enterprise', // 2 企业法人
  'public-institution', // 3 事业法人
  'social-organisation', // 4 社会组织法人
  'unincorporated-enterprise', // 5 非法人企业
  'administrative-organ', // 6 行政机关
  'other-organisation', // 9 其他组织
] as const;

/** 网办深度 Ⅰ to Ⅳ. */
export const ONLINE_DEPTHS = ['information', 'booking', 'preliminary', 'complete'] as const;

export const CHANNELS = ['window', 'online', 'post', 'self-service', 'fax'] as const;

export const RESULT_TYPES = ['licence', 'approval-document', 'other'] as const;

/** What the national exchange tables say of an item beyond what 许可法 30 asks for. */
export class NationalFields {
  /** The bases behind the printed lines of `legalBasis`, each with its days in force. */
  @Optional() @NestedList(() => LegalBasisOfItem, { atMost: 30 }) bases?: LegalBasisOfItem[];
  /** Code of the item in the place's own catalogue. */
  @Optional() @Text({ max: 100 }) localCode?: string;
  /** 行使层级 1 to 6. */
  @Optional() @OneOf(EXERCISE_LEVEL_CODES) level?: (typeof EXERCISE_LEVEL_CODES)[number];
  @Optional() @OneOf(POWER_SOURCES) powerSource?: (typeof POWER_SOURCES)[number];
  @Optional() @OneOf(AGENCY_KINDS) agencyKind?: (typeof AGENCY_KINDS)[number];
  @Optional() @CreditCode() agencyCreditCode?: string;
  /** The organ in whose name an entrusted agency decides (许可法 24). */
  @Optional() @Text({ max: 200 }) entrustedBy?: string;
  @Optional() @Codes({ atLeast: 0, atMost: 7 }) served?: string[];
  @Optional() @OneOf(ONLINE_DEPTHS) onlineDepth?: (typeof ONLINE_DEPTHS)[number];
  /** How often the applicant has to come 到现场次数. */
  @Optional() @Whole({ max: 20 }) visits?: number;
  @Optional() @Text({ max: 500 }) visitReason?: string;
  @Optional() @Codes({ atLeast: 0, atMost: 5 }) channels?: string[];
  @Optional() @NestedList(() => PlaceOfItem, { atMost: 20 }) places?: PlaceOfItem[];
  @Optional() @NestedList(() => FeeOfItem, { atMost: 20 }) fees?: FeeOfItem[];
  /** The fee can be paid online. */
  @Optional() @Flag() paidOnline?: boolean;
  @Optional()
  @NestedList(() => SpecialProcedureOfItem, { atMost: 8 })
  specialProcedures?: SpecialProcedureOfItem[];
  @Optional()
  @NestedList(() => IntermediaryServiceOfItem, { atMost: 20 })
  intermediaryServices?: IntermediaryServiceOfItem[];
  @Optional() @OneOf(RESULT_TYPES) resultType?: (typeof RESULT_TYPES)[number];
  /** What the result looks like 结果样本. */
  @Optional() @Text({ max: 500 }) resultSample?: string;
  @Optional() @NestedList(() => QuestionOfItem, { atMost: 50 }) questions?: QuestionOfItem[];
  /** The form 申请表单 as JSON Schema. */
  @Optional() @JsonObject() form?: Record<string, unknown>;
  /** Themes 主题 and life events 人生事件 under which people look for it. */
  @Optional() @Codes({ atLeast: 0, atMost: 20 }) themes?: string[];
  @Optional() @Codes({ atLeast: 0, atMost: 20 }) lifeEvents?: string[];
  /** Everyday words for it: what people type. */
  @Optional() @Texts({ atMost: 50, max: 60 }) keywords?: string[];
}

export const MATERIAL_KINDS = ['certificate', 'form', 'other'] as const;
export const MATERIAL_FORMATS = ['paper', 'electronic', 'either'] as const;

/** What the national exchange tables say of a material. */
export class NationalMaterial {
  /** 材料类型: 证件证书证明, 申请表格文书, 其他. */
  @Optional() @OneOf(MATERIAL_KINDS) kind?: (typeof MATERIAL_KINDS)[number];
  @Optional() @OneOf(MATERIAL_FORMATS) format?: (typeof MATERIAL_FORMATS)[number];
  /** Copies on paper 份数. */
  @Optional() @Whole({ max: 50 }) copies?: number;
  @Optional() @Text({ max: 300 }) basis?: string;
  /** The shared data source that makes it unnecessary (国务院令716号 7). */
  @Optional() @Text({ max: 100 }) sharedFrom?: string;
  @Optional() @Text({ max: 500 }) fillingNote?: string;
}
