interface RegistrationAuthority {
  readonly zh: string;
  readonly en: string;
  /** What the second character means under this authority. */
  readonly categories: Readonly<Record<string, string>>;
}

/** First two characters of a unified social credit code (GB 32100-2015, table 1); later additions are possible. */
export const REGISTRATION_AUTHORITIES: Readonly<Record<string, RegistrationAuthority>> = {
  '1': {
    zh: '机构编制',
    en: 'public establishment office',
    categories: { 1: '机关', 2: '事业单位', 3: '中央编办直接管理机构编制的群众团体', 9: '其他' },
  },
  '2': { zh: '外交', en: 'foreign affairs', categories: { 1: '外国常驻新闻机构', 9: '其他' } },
  '3': {
    zh: '司法行政',
    en: 'judicial administration',
    categories: {
      1: '律师执业机构',
      2: '公证处',
      3: '基层法律服务所',
      4: '司法鉴定机构',
      5: '仲裁委员会',
      9: '其他',
    },
  },
  '4': { zh: '文化', en: 'culture', categories: { 1: '外国在华文化中心', 9: '其他' } },
  '5': {
    zh: '民政',
    en: 'civil affairs',
    categories: { 1: '社会团体', 2: '民办非企业单位', 3: '基金会', 9: '其他' },
  },
  '6': {
    zh: '旅游',
    en: 'tourism',
    categories: {
      1: '外国旅游部门常驻代表机构',
      2: '港澳台地区旅游部门常驻内地（大陆）代表机构',
      9: '其他',
    },
  },
  '7': {
    zh: '宗教',
    en: 'religious affairs',
    categories: { 1: '宗教活动场所', 2: '宗教院校', 9: '其他' },
  },
  '8': { zh: '工会', en: 'trade unions', categories: { 1: '基层工会', 9: '其他' } },
  '9': {
    zh: '市场监督管理',
    en: 'market regulation',
    categories: { 1: '企业', 2: '个体工商户', 3: '农民专业合作社' },
  },
  A: {
    zh: '中央军委改革和编制办公室',
    en: 'military establishment office',
    categories: { 1: '军队事业单位', 9: '其他' },
  },
  N: {
    zh: '农业',
    en: 'agriculture',
    categories: {
      1: '组级集体经济组织',
      2: '村级集体经济组织',
      3: '乡镇级集体经济组织',
      9: '其他',
    },
  },
  Y: { zh: '其他', en: 'other', categories: { 1: '其他' } },
};

/** 企业 or 机关, in Chinese as on the certificate; undefined for a pair that the table does not have. */
export const creditCodeKind = (authority: string, category: string): string | undefined =>
  REGISTRATION_AUTHORITIES[authority]?.categories[category];
