import type { ServiceItem } from '../api/replies.js';
import type { ByKind } from './by-kind.js';

/** What the guides of items and bundles say. */
export const zhGuide = {
  bundleTitle: '一件事',
  onThisPage: '本页内容',
  agency: '决定机关',
  type: '事项类型',
  types: {
    'administrative-permit': '行政许可',
    'administrative-confirmation': '行政确认',
    'other-administrative-power': '其他行政权力',
    'public-service': '公共服务',
  } satisfies ByKind<ServiceItem['itemType']>,
  handling: '办件类型',
  handlings: {
    'on-the-spot': '即办件',
    promised: '承诺件',
  } satisfies ByKind<ServiceItem['handlingType']>,
  basicCode: '基本编码',
  implementationCode: '实施编码',
  edition: (edition: number) => `指南第 ${edition} 版`,
  term: '办理期限',
  statutory: '法定期限',
  promised: '承诺期限',
  noPromise: '没有另作承诺，按法定期限办理。',
  units: { 'working-day': '个工作日', 'calendar-day': '个自然日' } satisfies ByKind<
    ServiceItem['statutoryTerm']['unit']
  >,
  source: '依据',
  clockNote:
    '期限自受理之日起算；听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的时间不计入，并书面告知。',
  basis: '办理依据',
  conditions: '办理条件',
  quantity: '数量限制',
  procedure: '办理程序',
  materials: '申请材料',
  materialsCount: (count: number) => `共 ${count} 项，其中必要材料以标注为准`,
  material: '材料名称',
  necessity: '必要性',
  necessities: {
    required: '必要',
    optional: '非必要',
    'may-follow': '可容缺后补',
  } satisfies ByKind<ServiceItem['materials'][number]['necessity']>,
  materialSource: '来源',
  sources: {
    applicant: '申请人自备',
    government: '部门共享，不用提交',
    intermediary: '中介机构出具',
  } satisfies ByKind<ServiceItem['materials'][number]['source']>,
  standard: '受理标准',
  fee: '收费',
  free: '不收费',
  charged: '收费，依据：',
  siteVisit: '现场踏勘',
  visited: '需要现场踏勘；几个部门要看的，安排一次联合踏勘。',
  notVisited: '不需要现场踏勘。',
  result: '办理结果',
  validity: (years: number) => `有效期 ${years} 年`,
  unlimited: '长期有效',
  consultation: '咨询电话',
  complaints: '监督投诉电话',
  appeal: '救济途径',
  appealText:
    '对决定不服的，可以自知道该决定之日起六十日内申请行政复议，或者自知道之日起六个月内直接向人民法院提起行政诉讼。不予许可的书面决定会说明理由，并写明受理复议的机关和管辖法院。',
  supervision: '监管部门',
  bundleItems: '包含的事项',
  jointInspection: '联合踏勘',
  jointInspectionText: '以下事项安排一次联合踏勘，一次看完：',
  once: '同一份材料只交一次',
  onceText: (all: number, distinct: number) =>
    `各事项合计 ${all} 项材料，相同的合并后为 ${distinct} 项。`,
  openGuide: '查看办事指南',
  usedBy: '用于',
};
