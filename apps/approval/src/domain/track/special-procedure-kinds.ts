/** The eight of 许可法 45, each with its name for the statutory clock; there is no ninth. */
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

export type SpecialProcedureKind = keyof typeof SPECIAL_PROCEDURE_KINDS;
