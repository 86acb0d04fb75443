import type { ServiceItem } from '@onewindow/contracts';

/** Forms of the demonstration city's items, as an administrator publishes them: JSON Schema with rules over several fields. */
type Form = Record<string, unknown>;

const text = (zh: string, en: string, more: object = {}) => ({
  type: 'string',
  title: zh,
  'x-title-en': en,
  ...more,
});
const number = (zh: string, en: string, more: object = {}) => ({
  type: 'number',
  title: zh,
  'x-title-en': en,
  exclusiveMinimum: 0,
  maximum: 1_000_000,
  ...more,
});
const whole = (zh: string, en: string, more: object = {}) => ({
  type: 'integer',
  title: zh,
  'x-title-en': en,
  minimum: 0,
  maximum: 10_000,
  ...more,
});
const yesNo = (zh: string, en: string, more: object = {}) => ({
  type: 'boolean',
  title: zh,
  'x-title-en': en,
  ...more,
});
const oneOf = (zh: string, en: string, labels: Readonly<Record<string, string>>) =>
  text(zh, en, { enum: Object.keys(labels), 'x-labels': labels });

/** Three items ask for it, and all three mean the same. */
const siteArea = number('经营场所建筑面积（平方米）', 'Floor area of the premises (m²)');

const form = (title: string, properties: object, more: object): Form => ({
  type: 'object',
  title,
  properties,
  'x-order': Object.keys(properties),
  ...more,
});

const food = form(
  '食品经营情况',
  {
    businessType: oneOf('主体业态', 'Kind of business', {
      restaurant: '餐饮服务经营者',
      canteen: '单位食堂',
      retail: '食品销售经营者',
    }),
    foodItems: {
      type: 'array',
      title: '经营项目',
      'x-title-en': 'What is made and sold',
      items: {
        type: 'string',
        enum: ['hot-meals', 'cold-dishes', 'raw-food', 'pastry', 'drinks'],
        'x-labels': {
          'hot-meals': '热食类食品制售',
          'cold-dishes': '冷食类食品制售',
          'raw-food': '生食类食品制售',
          pastry: '糕点类食品制售',
          drinks: '自制饮品制售',
        },
      },
      minItems: 1,
      maxItems: 5,
      uniqueItems: true,
    },
    siteArea,
    kitchenArea: number('食品处理区面积（平方米）', 'Area where food is handled (m²)'),
    separateRoom: yesNo('是否设置专间', 'Is there a separate room for it?', {
      'x-when': { field: 'foodItems', oneOf: ['cold-dishes', 'raw-food'] },
    }),
    foodSafetyOfficer: {
      type: 'object',
      title: '食品安全管理人员',
      'x-title-en': 'Officer for food safety',
      'x-personal': true,
      properties: {
        name: text('姓名', 'Name', { maxLength: 50 }),
        phone: text('联系电话', 'Telephone', { format: 'phone' }),
      },
      required: ['name', 'phone'],
    },
    opensOn: text('拟开业日期', 'Day of opening', { format: 'date' }),
  },
  {
    required: [
      'businessType',
      'foodItems',
      'siteArea',
      'kitchenArea',
      'separateRoom',
      'foodSafetyOfficer',
    ],
    'x-rules': [
      {
        ordered: ['kitchenArea', 'siteArea'],
        zh: '食品处理区面积不得大于经营场所建筑面积。',
        en: 'The area where food is handled is no larger than the premises.',
      },
      {
        when: { field: 'foodItems', oneOf: ['cold-dishes', 'raw-food'] },
        expect: { field: 'separateRoom', equals: true },
        zh: '制售冷食、生食类食品应当设置专间。',
        en: 'Cold dishes and raw food are made in a separate room.',
        field: 'separateRoom',
        source: '办事指南',
      },
    ],
  },
);

const fire = form(
  '公众聚集场所情况',
  {
    siteArea,
    floor: oneOf('所在楼层', 'Floor', {
      basement: '地下、半地下',
      ground: '地上一层',
      upper: '地上二层及以上',
    }),
    capacity: whole('设计容纳人数', 'People it is designed for', { minimum: 1 }),
    exits: whole('安全出口数量', 'Number of exits', { minimum: 1, maximum: 200 }),
  },
  {
    required: ['siteArea', 'floor', 'capacity', 'exits'],
    'x-rules': [
      {
        when: {
          any: [
            { field: 'siteArea', atLeast: 200 },
            { field: 'capacity', atLeast: 50 },
          ],
        },
        expect: { field: 'exits', atLeast: 2 },
        zh: '面积200平方米以上或者容纳50人以上的场所，安全出口不少于两个。',
        en: 'A place of 200 m² or for 50 people has two exits at least.',
        field: 'exits',
        source: '办事指南',
      },
    ],
  },
);

const sign = form(
  '户外广告设施情况',
  {
    signPosition: oneOf('设置位置', 'Where it is put up', {
      facade: '建筑立面',
      roof: '建筑屋顶',
      ground: '落地',
    }),
    signLength: number('长度（米）', 'Length (m)', { maximum: 200 }),
    signHeight: number('高度（米）', 'Height (m)', { maximum: 100 }),
    signLit: yesNo('是否设置照明', 'Is it lit?'),
  },
  { required: ['signPosition', 'signLength', 'signHeight'] },
);

const drainage = form(
  '排水情况',
  {
    drainCategory: oneOf('排水类别', 'What kind of water', {
      catering: '餐饮污水',
      medical: '医疗污水',
      industrial: '工业废水',
      other: '其他',
    }),
    dailyDischarge: number('预计日排水量（立方米）', 'Water a day (m³)'),
    greaseTrap: yesNo('是否已建隔油设施', 'Is there a grease trap?', {
      'x-when': { field: 'drainCategory', equals: 'catering' },
    }),
  },
  {
    required: ['drainCategory', 'dailyDischarge', 'greaseTrap'],
    'x-rules': [
      {
        when: { field: 'drainCategory', equals: 'catering' },
        expect: { field: 'greaseTrap', equals: true },
        zh: '排放餐饮污水应当建设隔油设施。',
        en: 'Water of a restaurant passes a grease trap.',
        field: 'greaseTrap',
        source: '城镇污水排入排水管网许可管理办法',
      },
    ],
  },
);

const FORMS: Readonly<Record<string, Form>> = {
  'food-business-permit': food,
  'public-assembly-fire-check': fire,
  'large-outdoor-ad': sign,
  'drainage-permit': drainage,
};

/** The same item with its form. Whoever measures publishes items without: a form goes with every application. */
export const withForm = (item: ServiceItem): ServiceItem => {
  const own = FORMS[item.code];
  return own === undefined ? item : { ...item, form: own };
};

/** What opening a restaurant asks beside its items; which of them are needed turns on it. */
const RESTAURANT_FORM = form(
  '开办餐饮店基本情况',
  {
    publicAssembly: yesNo('是否属于公众聚集场所', 'Does the public gather there?', {
      description: '宾馆、饭店、商场等公众聚集的场所',
    }),
    largeSign: yesNo(
      '是否设置户外招牌或大型户外广告',
      'Is a sign or advertisement put up outside?',
    ),
    sellsTobacco: yesNo('是否零售卷烟', 'Are cigarettes sold?'),
    drains: yesNo('是否向城镇排水管网排放污水', 'Does water go into the public sewers?'),
  },
  { required: ['publicAssembly', 'largeSign', 'sellsTobacco', 'drains'] },
);

const NEEDED: Readonly<Record<string, string>> = {
  sign: 'largeSign',
  fire: 'publicAssembly',
  tobacco: 'sellsTobacco',
  drain: 'drains',
};

interface AnyBundle {
  readonly code: string;
  readonly plan: { readonly nodes: readonly { readonly id: string }[] };
}

/** The bundle of a restaurant with its own questions and the conditions that turn on them; any other as it is. */
export const withConditions = <Bundle extends AnyBundle>(bundle: Bundle) =>
  bundle.code !== 'restaurant-national'
    ? bundle
    : {
        ...bundle,
        form: RESTAURANT_FORM,
        plan: {
          ...bundle.plan,
          nodes: bundle.plan.nodes.map((node) => {
            const field = NEEDED[node.id];
            return field === undefined ? node : { ...node, when: { field, equals: true } };
          }),
        },
      };

/** How the story's restaurant fills the forms in, where its city has published some. */
export const RESTAURANT_ANSWERS: Readonly<Record<string, unknown>> = {
  businessType: 'restaurant',
  foodItems: ['hot-meals', 'drinks'],
  siteArea: 320,
  kitchenArea: 80,
  foodSafetyOfficer: { name: '林悦', phone: '13900000001' },
  opensOn: '2026-06-08',
  floor: 'ground',
  capacity: 90,
  exits: 2,
  signPosition: 'facade',
  signLength: 6,
  signHeight: 1.2,
  signLit: true,
  drainCategory: 'catering',
  dailyDischarge: 12,
  greaseTrap: true,
};
