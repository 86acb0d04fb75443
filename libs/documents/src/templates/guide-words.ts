import type { ServiceItem } from '@onewindow/contracts';

type Words<Kind extends string> = Readonly<Record<Kind, string>>;

/** How the national catalogue calls what items hold as codes. */
export const ITEM_TYPES: Words<ServiceItem['itemType']> = {
  'administrative-permit': '行政许可',
  'administrative-confirmation': '行政确认',
  'administrative-penalty': '行政处罚',
  'administrative-coercion': '行政强制',
  'administrative-levy': '行政征收',
  'administrative-benefit': '行政给付',
  'administrative-inspection': '行政检查',
  'administrative-reward': '行政奖励',
  'administrative-adjudication': '行政裁决',
  'other-administrative-power': '其他行政权力',
  'public-service': '公共服务',
  other: '其他',
};

export const HANDLING_TYPES: Words<ServiceItem['handlingType']> = {
  'on-the-spot': '即办件',
  promised: '承诺件',
};

export const DAYS: Words<ServiceItem['statutoryTerm']['unit']> = {
  'working-day': '个工作日',
  'calendar-day': '个自然日',
};

export const APPROVERS: Words<NonNullable<ServiceItem['statutoryTerm']['extension']>['approver']> =
  {
    'agency-head': '决定机关负责人',
    'government-head': '本级人民政府负责人',
  };

type Material = ServiceItem['materials'][number];

export const NECESSITIES: Words<Material['necessity']> = {
  required: '必要',
  optional: '非必要',
  'may-follow': '可容缺后补',
};

export const SOURCES: Words<Material['source']> = {
  applicant: '申请人自备',
  government: '部门共享，不用提交',
  intermediary: '中介机构出具',
};

export const FORMATS: Words<NonNullable<Material['format']>> = {
  paper: '纸质',
  electronic: '电子',
  either: '纸质或电子',
};

export const PROCEDURES: Words<NonNullable<ServiceItem['specialProcedures']>[number]['kind']> = {
  hearing: '听证',
  bidding: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
};

export const ONLINE_DEPTHS: Words<NonNullable<ServiceItem['onlineDepth']>> = {
  information: '网上咨询（Ⅰ级）',
  booking: '网上预约（Ⅱ级）',
  preliminary: '网上预审（Ⅲ级）',
  complete: '全程网办（Ⅳ级）',
};

export const LAPSE_UNITS: Words<NonNullable<ServiceItem['lapse']>['unit']> = {
  'working-day': '个工作日',
  'calendar-day': '个自然日',
  month: '个月',
  year: '年',
};

/** A code that a catalogue adds later is printed as it stands. */
const spoken =
  (words: Readonly<Record<string, string>>) =>
  (codes: readonly string[] = []): string =>
    codes.map((code) => words[code] ?? code).join('、');

export const channelsInWords = spoken({
  window: '窗口',
  online: '网上',
  post: '邮寄',
  'self-service': '自助机',
  fax: '传真',
});

export const servedInWords = spoken({
  'natural-person': '自然人',
  enterprise: '企业法人',
  'public-institution': '事业法人',
  'social-organisation': '社会组织法人',
  'unincorporated-enterprise': '非法人企业',
  'administrative-organ': '行政机关',
  'other-organisation': '其他组织',
});
