import type { GuidanceInFile, GuidingOutcome, GuidingReason } from '@onewindow/contracts';

const YES_NO = [
  { value: 'yes', zh: '是', en: 'Yes' },
  { value: 'no', zh: '否', en: 'No' },
];
const isYes = (field: string) => ({ field, equals: 'yes' });
const reason = (zh: string, en: string, source?: string): GuidingReason => ({
  zh,
  en,
  ...(source !== undefined && { source }),
});
const refused = (id: string, ...reasons: GuidingReason[]): GuidingOutcome => ({
  id,
  eligible: false,
  reasons,
  items: [],
});
const needs = (id: string, items: string[], ...reasons: GuidingReason[]): GuidingOutcome => ({
  id,
  eligible: true,
  reasons,
  items,
});

const FIRST_A_LICENCE = refused(
  'first-a-licence',
  reason(
    '请先办理营业执照，再申请食品经营许可。',
    'Get a business licence first, then apply for the food permit.',
    '食品经营许可和备案管理办法',
  ),
);

const FOOD = reason(
  '制售餐食须取得食品经营许可。',
  'Whoever makes and sells meals needs a food permit.',
  '食品安全法 35',
);

/** What a restaurant may need beside its food permit, each by one question. */
const BESIDE = [
  {
    question: 'publicAssembly',
    item: 'public-assembly-fire-check',
    reason: reason(
      '公众聚集场所营业前须经消防安全检查。',
      'A place where the public gathers is checked for fire safety before it opens.',
      '消防法 15',
    ),
  },
  {
    question: 'largeSign',
    item: 'large-outdoor-ad',
    reason: reason(
      '设置大型户外广告须经批准。',
      'A large outdoor advertisement needs approval.',
      '城市市容和环境卫生管理条例 11',
    ),
  },
  {
    question: 'drains',
    item: 'drainage-permit',
    reason: reason(
      '从事餐饮等活动向城镇排水设施排放污水须取得排水许可。',
      'Restaurants that drain into the public sewers need a drainage permit.',
      '城镇排水与污水处理条例 21',
    ),
  },
] as const;

/** Every combination of what may be needed, as the code of its outcome. */
const combinations = Array.from({ length: 2 ** BESIDE.length }, (_, bits) => ({
  id: `needs-${bits}`,
  chosen: BESIDE.filter((_each, at) => (bits & (1 << at)) !== 0),
}));

const restaurant: GuidanceInFile = {
  code: 'restaurant',
  nameZh: '开办餐饮店需要办什么',
  nameEn: 'What a restaurant needs',
  bundle: 'restaurant',
  start: 'licence',
  questions: [
    {
      id: 'licence',
      kind: 'single',
      zh: '是否已取得营业执照？',
      en: 'Do you have a business licence?',
      options: YES_NO,
      next: [{ when: isYes('licence'), to: 'publicAssembly' }, { to: FIRST_A_LICENCE.id }],
    },
    {
      id: 'publicAssembly',
      kind: 'single',
      zh: '经营场所是否属于公众聚集场所？',
      en: 'Is it a place where the public gathers?',
      helpZh: '对公众开放、有堂食的餐饮场所一般属于，具体以消防救援机构认定为准。',
      helpEn:
        'A restaurant with tables that is open to the public as a rule is; the fire service decides.',
      options: YES_NO,
      next: [{ to: 'largeSign' }],
    },
    {
      id: 'largeSign',
      kind: 'single',
      zh: '是否设置大型户外广告？',
      en: 'Will you put up a large outdoor advertisement?',
      options: YES_NO,
      next: [{ to: 'drains' }],
    },
    {
      id: 'drains',
      kind: 'single',
      zh: '污水是否排入城镇排水管网？',
      en: 'Does your waste water run into the public sewers?',
      options: YES_NO,
      next: combinations.map(({ id, chosen }) => ({
        when: {
          all: BESIDE.map((each) => ({
            field: each.question,
            equals: chosen.includes(each) ? 'yes' : 'no',
          })),
        },
        to: id,
      })),
    },
  ],
  outcomes: [
    ...combinations.map(({ id, chosen }) =>
      needs(
        id,
        ['food-business-permit', ...chosen.map(({ item }) => item)],
        FOOD,
        ...chosen.map((each) => each.reason),
      ),
    ),
    FIRST_A_LICENCE,
  ],
};

const foodPermit: GuidanceInFile = {
  code: 'food-business-permit',
  nameZh: '是否需要食品经营许可',
  nameEn: 'Whether a food permit is needed',
  item: 'food-business-permit',
  start: 'sells',
  questions: [
    {
      id: 'sells',
      kind: 'single',
      zh: '主要经营什么？',
      en: 'What do you sell in the main?',
      options: [
        { value: 'meals', zh: '制售餐食、饮品', en: 'Meals and drinks that are made here' },
        { value: 'prepacked', zh: '仅销售预包装食品', en: 'Prepacked food alone' },
        { value: 'farm-produce', zh: '食用农产品', en: 'Edible farm produce' },
      ],
      next: [
        { when: { field: 'sells', equals: 'meals' }, to: 'licence' },
        { when: { field: 'sells', equals: 'prepacked' }, to: 'only-filed' },
        { to: 'no-permit' },
      ],
    },
    {
      id: 'licence',
      kind: 'single',
      zh: '是否已取得营业执照？',
      en: 'Do you have a business licence?',
      options: YES_NO,
      next: [{ when: isYes('licence'), to: 'permit' }, { to: FIRST_A_LICENCE.id }],
    },
  ],
  outcomes: [
    needs('permit', ['food-business-permit'], FOOD),
    refused(
      'only-filed',
      reason(
        '仅销售预包装食品不需要许可，报所在地食品安全监督管理部门备案即可。',
        'Whoever sells prepacked food alone needs no permit; file it with the local food safety authority.',
        '食品安全法 35',
      ),
    ),
    refused(
      'no-permit',
      reason(
        '销售食用农产品不需要取得许可。',
        'Farm produce is sold without a permit.',
        '食品安全法 35',
      ),
    ),
    FIRST_A_LICENCE,
  ],
};

const fireCheck: GuidanceInFile = {
  code: 'public-assembly-fire-check',
  nameZh: '是否需要营业前消防安全检查',
  nameEn: 'Whether a fire check is needed before opening',
  item: 'public-assembly-fire-check',
  start: 'publicAssembly',
  questions: [
    {
      id: 'publicAssembly',
      kind: 'single',
      zh: '是否属于公众聚集场所？',
      en: 'Is it a place where the public gathers?',
      options: YES_NO,
      next: [{ when: isYes('publicAssembly'), to: 'building' }, { to: 'no-check' }],
    },
    {
      id: 'building',
      kind: 'single',
      zh: '所在建筑是否已依法通过消防验收或备案？',
      en: 'Has the building passed its fire acceptance, or was it filed?',
      options: YES_NO,
      next: [{ when: isYes('building'), to: 'check' }, { to: 'first-acceptance' }],
    },
  ],
  outcomes: [
    needs(
      'check',
      ['public-assembly-fire-check'],
      reason(
        '未经消防安全检查或者经检查不符合要求的，不得投入使用、营业。',
        'It does not open before it was checked and found safe.',
        '消防法 15',
      ),
    ),
    refused(
      'no-check',
      reason(
        '不属于公众聚集场所的，不需要营业前消防安全检查。',
        'A place where the public does not gather needs no check before it opens.',
        '消防法 15',
      ),
    ),
    refused(
      'first-acceptance',
      reason(
        '请先由建设单位依法办理建筑的消防验收或备案。',
        'Whoever had the building built has it accepted or filed first.',
        '消防法 13',
      ),
    ),
  ],
};

/** Questions that lead 情形引导 in the demonstration city. */
export const DEMONSTRATION_TREES: readonly GuidanceInFile[] = [restaurant, foodPermit, fireCheck];
