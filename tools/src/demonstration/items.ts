import type { MaterialOfItem, PublishBundleRequest, ServiceItem } from '@onewindow/contracts';
import { THEMES } from './themes.js';

/** A place to ask and another to complain: the two are never the same. */
const telephone = { consultation: '0999-12345', complaints: '0999-12388' };
const procedure = ['申请', '受理', '审查', '决定', '制证', '送达'];
const noLimit = '无数量限制';

const material = (
  code: string,
  name: string,
  acceptanceStandard: string,
  source: MaterialOfItem['source'] = 'applicant',
): MaterialOfItem => ({ code, name, necessity: 'required', source, acceptanceStandard });

/** An application form with its sample 示范文本, as the guide publishes it (许可法 30). */
const applicationForm = (
  code: string,
  name: string,
  ...own: readonly (readonly [label: string, example: string])[]
): MaterialOfItem => ({
  ...material(code, name, '填写完整并签章'),
  sample: {
    title: `${name}（示范文本）`,
    fields: [
      { label: '申请人名称', example: '海棠市临江小馆餐饮有限公司', note: '与营业执照一致' },
      { label: '统一社会信用代码', example: '91371500MA9YXW1T5X' },
      { label: '经营场所', example: '海棠市东城区临江路18号' },
      ...own.map(([label, example]) => ({ label, example })),
      { label: '申请人签章、日期', example: '（公章） 2026年4月27日' },
    ],
  },
});

const businessLicence = {
  ...material('business-licence', '营业执照', '信息一致且在有效期内', 'government'),
  // 国务院令716号 7: what the government shares must not be asked for again.
  necessity: 'optional',
} satisfies MaterialOfItem;

const foodBusinessPermit: ServiceItem = {
  code: 'food-business-permit',
  name: '食品经营许可（新办）',
  itemType: 'administrative-permit',
  handlingType: 'promised',
  decidingAgency: 'bureau',
  decidingAgencyName: '海棠市行政审批服务局',
  supervisingDepartment: 'market-regulation',
  legalBasis: ['食品安全法 35', '食品安全法实施条例 15'],
  conditions: [
    '有与经营品种、数量相适应的场所，并与污染源保持规定距离',
    '有相应的消毒、更衣、盥洗、通风、防蝇、防鼠、洗涤和废弃物处理设施',
    '有食品安全管理人员和保证食品安全的规章制度',
    '设备布局和工艺流程合理，防止交叉污染',
  ],
  procedure,
  statutoryTerm: { unit: 'working-day', days: 15, source: '实施清单（食品经营许可新办）' },
  promisedTerm: { unit: 'working-day', days: 10, source: '办事指南承诺时限' },
  materials: [
    applicationForm(
      'food-application-form',
      '食品经营许可申请书',
      ['主体业态', '餐饮服务经营者'],
      ['经营项目', '热食类食品制售'],
    ),
    material('kitchen-layout', '主要设备设施布局和操作流程文件', '标明各功能区和流程走向'),
    material('food-safety-rules', '保证食品安全的规章制度', '含自查、健康管理、进货查验和事故处置'),
    businessLicence,
  ],
  quantityLimit: noLimit,
  charged: false,
  siteVisit: true,
  resultName: '食品经营许可证',
  validityYears: 5,
  ...telephone,
};

const publicAssemblyFireCheck: ServiceItem = {
  code: 'public-assembly-fire-check',
  name: '公众聚集场所投入使用、营业前消防安全检查',
  itemType: 'administrative-permit',
  handlingType: 'promised',
  decidingAgency: 'fire-rescue',
  decidingAgencyName: '海棠市消防救援大队',
  legalBasis: ['消防法 15'],
  conditions: ['消防设施、安全出口、疏散通道和消防安全制度符合消防技术标准和管理规定'],
  procedure,
  statutoryTerm: {
    unit: 'working-day',
    days: 13,
    source: '办事指南：检查10个工作日、决定3个工作日',
  },
  materials: [
    applicationForm(
      'fire-declaration',
      '消防安全检查申报表',
      ['场所建筑面积', '320 平方米'],
      ['使用楼层', '地上一层'],
    ),
    material('fire-safety-rules', '消防安全制度、灭火和应急疏散预案', '与场所实际一致'),
    material('floor-plan', '场所平面布置图、消防设施平面图', '标明安全出口和消防设施位置'),
    businessLicence,
  ],
  quantityLimit: noLimit,
  charged: false,
  siteVisit: true,
  resultName: '公众聚集场所投入使用、营业消防安全检查意见书',
  ...telephone,
};

const largeOutdoorAd: ServiceItem = {
  code: 'large-outdoor-ad',
  name: '设置大型户外广告审批',
  itemType: 'administrative-permit',
  handlingType: 'promised',
  decidingAgency: 'bureau',
  decidingAgencyName: '海棠市行政审批服务局',
  supervisingDepartment: 'city-management',
  legalBasis: ['城市市容和环境卫生管理条例 11'],
  conditions: ['符合户外广告设置规划和结构安全要求', '不遮挡消防、通风和采光'],
  procedure,
  statutoryTerm: { unit: 'working-day', days: 10, source: '地方条例：受理之日起十个工作日' },
  materials: [
    material('carrier-right', '广告载体权属或使用权证明', '权利人与申请人关系清楚'),
    {
      ...applicationForm(
        'sign-application-form',
        '户外广告设置申请表（含位置图和效果图）',
        ['设置位置', '临江路18号建筑南立面'],
        ['长×宽', '6 米 × 1.2 米'],
      ),
      acceptanceStandard: '尺寸、位置、形式齐全',
    },
    material(
      'structural-design',
      '结构设计图、施工说明和安全维护措施',
      '由有资质的设计单位出具',
      'intermediary',
    ),
    businessLicence,
  ],
  quantityLimit: noLimit,
  charged: false,
  siteVisit: true,
  resultName: '户外广告设置许可证',
  validityYears: 5,
  ...telephone,
};

const drainagePermit: ServiceItem = {
  code: 'drainage-permit',
  name: '城镇污水排入排水管网许可',
  itemType: 'administrative-permit',
  handlingType: 'promised',
  decidingAgency: 'bureau',
  decidingAgencyName: '海棠市行政审批服务局',
  supervisingDepartment: 'city-management',
  legalBasis: ['城镇排水与污水处理条例 21、22', '城镇污水排入排水管网许可管理办法'],
  conditions: [
    '排放口设置符合城镇排水与污水处理规划',
    '按规定建设预处理设施和水质、水量检测设施',
    '排放的污水符合国家或者地方有关排放标准',
  ],
  procedure,
  statutoryTerm: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  promisedTerm: { unit: 'working-day', days: 10, source: '办事指南承诺时限' },
  materials: [
    applicationForm(
      'drainage-application-form',
      '排水许可申请表',
      ['排水类别', '餐饮污水'],
      ['预计日排水量', '12 立方米'],
    ),
    material('drainage-drawings', '内部排水管网、检测井、排放口图纸及说明', '标明位置和口径'),
    material('pretreatment-proof', '污水预处理设施建设材料', '与现场一致'),
    {
      ...material(
        'water-quality-report',
        '排水水质、水量检测报告',
        '受理前一个月内由有资质的机构出具',
        'intermediary',
      ),
      intermediaryService: 'water-quality-testing',
      validMonths: 1,
    },
    businessLicence,
  ],
  quantityLimit: noLimit,
  charged: false,
  siteVisit: false,
  resultName: '城镇污水排入排水管网许可证',
  validityYears: 5,
  ...telephone,
};

export const DEMONSTRATION_ITEMS: readonly ServiceItem[] = [
  foodBusinessPermit,
  publicAssemblyFireCheck,
  largeOutdoorAd,
  drainagePermit,
].map((item) => ({ ...item, ...THEMES[item.code] }));

/** 开办餐饮店一件事; drainage is this city's addition to the national bundle. */
export const RESTAURANT_BUNDLE: PublishBundleRequest = {
  code: 'restaurant',
  name: '开办餐饮店一件事',
  items: DEMONSTRATION_ITEMS.map((item) => item.code),
  jointInspection: ['food-business-permit', 'public-assembly-fire-check', 'large-outdoor-ad'],
};
