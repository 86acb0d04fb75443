import type { NamedItem } from './names.js';

/** Districts of the demonstration city on four levels: the city, its districts, their townships, a village. */
const PLACES = [
  ['3', '379900', '海棠市'],
  ['4', '379902', '东城区'],
  ['4', '379903', '西城区'],
  ['4', '379921', '临江县'],
  ['5', '379902001', '东城街道'],
  ['5', '379903001', '西城街道'],
  ['5', '379921101', '临江镇'],
  ['6', '379921101201', '柳河村'],
] as const;

/** A catalogue in the documented format: every item with six materials and what a guide prints, handled at eight places. */
export function* catalogueText(items: readonly NamedItem[]): Generator<string> {
  yield '{"format":"onewindow-catalogue/1","items":[\n';
  let isFirst = true;
  for (const each of items) {
    yield `${isFirst ? '' : ',\n'}${JSON.stringify(fullItem(each))}`;
    isFirst = false;
  }
  yield '\n],"implementations":[\n';
  isFirst = true;
  for (const each of items)
    for (const [level, district, where] of PLACES) {
      yield `${isFirst ? '' : ',\n'}${JSON.stringify(handledIn(each, level, district, where))}`;
      isFirst = false;
    }
  yield '\n],"bundles":[]}\n';
}

export const PLACES_OF_ITEM = PLACES.length;

const handledIn = (
  { code, agency, agencyName }: NamedItem,
  level: string,
  district: string,
  where: string,
) => ({
  item: code,
  district,
  level,
  agency,
  agencyName: `${where}（${agencyName}）`,
  area: 'city',
  places: [
    { name: `${where}政务服务中心`, address: `${where}市民路1号`, hours: '工作日 9:00—17:00' },
  ],
});

/** An item as it can be published: about four kilobytes, as published guides have. */
export const fullItem = ({
  code,
  name,
  resultName,
  keywords,
  theme,
  agency,
  agencyName,
}: NamedItem) => ({
  code,
  name,
  itemType: 'administrative-permit',
  handlingType: 'promised',
  decidingAgency: agency,
  decidingAgencyName: agencyName,
  legalBasis: ['行政许可法 12、29、34', '本行业管理条例 8、11、15'],
  conditions: [
    '申请人依法设立，具有独立承担民事责任的能力',
    '有与经营活动相适应的场所、设施设备和专业人员',
    '有健全的安全、质量和服务管理制度',
  ],
  procedure: ['申请', '受理', '审查', '现场核查', '决定', '制证', '送达'],
  statutoryTerm: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  promisedTerm: { unit: 'working-day', days: 10, source: '办事指南承诺时限' },
  materials: [
    '申请书',
    '主体资格证明',
    '场所使用证明',
    '管理制度',
    '人员资质证明',
    '设施设备清单',
  ].map((material, at) => ({
    code: `m${at}`,
    name: `${name}${material}`,
    kind: at === 0 ? 'form' : 'other',
    necessity: at < 4 ? 'required' : 'optional',
    source: at === 1 ? 'government' : 'applicant',
    acceptanceStandard: '内容完整、真实有效，复印件与原件一致并加盖公章',
    fillingNote: '按示范文本填写，签字盖章后上传扫描件',
    ...(at === 0 && { sample: SAMPLE }),
  })),
  quantityLimit: '无数量限制',
  charged: false,
  siteVisit: true,
  resultName,
  consultation: '0999-12345',
  complaints: '0999-12388',
  channels: ['window', 'online'],
  questions: [
    {
      question: '多久能办好？',
      answer: '自受理之日起十个工作日内作出决定，现场核查的时间计算在内。',
    },
    { question: '可以委托他人办理吗？', answer: '可以，需提交授权委托书和被委托人的身份证明。' },
  ],
  themes: [theme],
  keywords: [...keywords],
});

export type FullItem = ReturnType<typeof fullItem> & { readonly lifeEvents?: readonly string[] };

const SAMPLE = {
  title: '申请书（示范文本）',
  fields: [
    { label: '申请人名称', example: '海棠市临江小馆餐饮有限公司', note: '与营业执照一致' },
    { label: '统一社会信用代码', example: '91371500MA9YXW1T5X' },
    { label: '经营场所', example: '海棠市东城区临江路18号' },
  ],
};
