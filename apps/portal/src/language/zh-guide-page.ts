import type { FindBundleReply } from '../api/replies.js';
import type { ByKind } from './by-kind.js';

type Plan = NonNullable<FindBundleReply['plan']>;

/** What only the guides themselves say, in Chinese. */
export const zhGuidePage = {
  asOf: (day: string, version: number | undefined) =>
    `这是 ${day} 的指南${version === undefined ? '' : `（第 ${version} 版）`}，可能已经不是现在的规定。`,
  today: '看现在的指南',
  retired: (day: string) => `这个事项到 ${day} 为止，之后不再受理。`,
  pdf: '下载办事指南（PDF）',
  anyDay: '看某一天的指南',
  day: '日期',
  show: '查看',
  versions: '历次版本',
  version: (number: number, day: string) => `第 ${number} 版，${day} 起施行`,
  who: '由谁决定、由谁监管',
  decides: '作出决定',
  entrusted: '委托机关',
  supervises: '事后监管',
  supervisesItself: '由决定机关自己监管',
  served: '服务对象',
  servedKinds: {
    'natural-person': '自然人',
    enterprise: '企业法人',
    'public-institution': '事业法人',
    'social-organisation': '社会组织法人',
    'unincorporated-enterprise': '非法人企业',
    'administrative-organ': '行政机关',
    'other-organisation': '其他组织',
  } as Readonly<Record<string, string>>,
  channels: '办理渠道',
  channelKinds: {
    window: '窗口',
    online: '网上',
    post: '邮寄',
    'self-service': '自助机',
    fax: '传真',
  } as Readonly<Record<string, string>>,
  bases: '依据的条款和有效期',
  inForce: (from: string | undefined, to: string | undefined) =>
    `${from === undefined ? '' : `${from}起`}${to === undefined ? '' : `至${to}`}有效`,
  fees: '收费标准',
  reduction: '减免',
  paidOnline: '可以网上缴费。',
  intermediaries: '中介服务',
  intermediaryPaidBy: {
    applicant: '费用由申请人承担',
    agency: '费用由行政机关承担',
  } as Readonly<Record<string, string>>,
  sampleOfResult: '结果样本',
  form: '要填的表',
  formHint: '在线申请时填写；带“必填”的必须填。',
  needed: '必填',
  rules: '填表规则',
  sharedFrom: (source: string) => `已由“${source}”共享的，不用提交`,
  basisOfMaterial: '要求依据',
  implementations: '在哪里能办',
  implementationsHint: '各地受理的机关、时限和地点可能不同。',
  openImplementations: '看各地的办理机关',
  district: (code: string) => `行政区划 ${code}`,
  inDistrict: (code: string) => `以下按行政区划 ${code} 的办理机关显示。`,
  wholeCity: '看全市通用的指南',
  guidance: '先答几个问题，看看能不能办',
  parts: '怎么办、先后次序',
  together: '可以同时办：',
  preconditions: '先要有',
  onlyIf: '什么情况才需要',
  condition: {
    and: '并且',
    or: '或者',
    orShort: '或者',
    not: (inner: string) => `不是：${inner}`,
    isTrue: (field: string) => `“${field}”为是`,
    isFalse: (field: string) => `“${field}”为否`,
    equals: (field: string, value: string) => `“${field}”是${value}`,
    atLeast: (field: string, value: string) => `“${field}”不小于 ${value}`,
    atMost: (field: string, value: string) => `“${field}”不大于 ${value}`,
    present: (field: string) => `填了“${field}”`,
    absent: (field: string) => `没有填“${field}”`,
  },
  notOffered: '本地还没有提供',
  optional: '看情况',
  nodeKinds: {
    item: '事项',
    'data-check': '数据核验，不用您办',
    'technical-review': '技术审查',
    intermediary: '中介服务',
    joint: '联合办理',
    external: '行政机关以外',
    'follow-up': '后续手续',
  } satisfies ByKind<Plan['nodes'][number]['kind']>,
  edges: {
    hard: (before: string, after: string) => `“${before}”有结果以后，“${after}”才能作决定。`,
    data: (before: string, after: string) => `“${before}”的结果直接给“${after}”用，不用您再交。`,
    start: (before: string, after: string) =>
      `“${before}”没有办完，不影响“${after}”的决定，但不得开工、营业。`,
    soft: (before: string, after: string) => `建议先办“${before}”，再办“${after}”。`,
  } satisfies Readonly<
    Record<Plan['edges'][number]['type'], (before: string, after: string) => string>
  >,
};
export type GuidePageWords = typeof zhGuidePage;
