/** The eight of 许可法 45, each with its name for the statutory clock; a ninth is none of that law's. */
export const SPECIAL_PROCEDURE_KINDS = {
  hearing: 'hearing', // 听证
  tendering: 'tendering', // 招标
  auction: 'auction', // 拍卖
  'inspection-of-goods': 'inspection', // 检验
  testing: 'testing', // 检测
  quarantine: 'quarantine', // 检疫
  appraisal: 'appraisal', // 鉴定
  'expert-review': 'expert-review', // 专家评审
} as const;

/** Which procedure it is: one of the eight, or one that the item's own terms exclude. */
export interface StoppingProcedure {
  readonly procedure: SpecialProcedureKind | 'of-the-item';
  /** With `of-the-item`: which of its exclusions. */
  readonly ownProcedure?: string;
}

/** The name that the clock has for it. */
export const clockNameOf = ({ procedure, ownProcedure = '' }: StoppingProcedure): string =>
  procedure === 'of-the-item' ? ownProcedure : SPECIAL_PROCEDURE_KINDS[procedure];

export type SpecialProcedureKind = keyof typeof SPECIAL_PROCEDURE_KINDS;
