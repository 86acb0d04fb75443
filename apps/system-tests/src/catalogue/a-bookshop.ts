import type { GuidanceInFile } from '@onewindow/contracts';
import { anItem } from './acts.js';

/** Items of a trade that the demonstration city does not know. */
export const RETAIL = 'book-retail';
export const READING_ROOM = 'book-reading-room';
export const IMPORTED_BOOKS = 'book-imports';

const AREA = { type: 'number', title: '书店面积（平方米）', exclusiveMinimum: 0 };

const material = (code: string, name: string, change: object = {}) => ({
  code,
  name,
  necessity: 'required',
  source: 'applicant',
  acceptanceStandard: '内容完整',
  sample: { title: name, fields: [{ label: '申请人', example: '某书店' }] },
  ...change,
});

const form = (properties: object) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

const retail = () => ({
  ...anItem(RETAIL, '出版物零售许可', 'bureau'),
  materials: [material('articles', '书店章程'), material('shop-plan', '书店布置图')],
  form: form({ shopName: { type: 'string', title: '书店名称' }, area: AREA }),
});

/** Asks for the area and the plan of the shop, as the retail permit does, and for that permit itself. */
export const readingRoom = (asked: object = { seats: { type: 'integer', title: '座位数' } }) => ({
  ...anItem(READING_ROOM, '图书阅览场所备案', 'bureau'),
  materials: [
    material('shop-plan', '书店布置图'),
    material('retail-permit', '出版物零售许可证', { resultOf: RETAIL }),
  ],
  form: form({ area: AREA, ...asked }),
});

const importedBooks = () => ({
  ...anItem(IMPORTED_BOOKS, '进口图书经销备案', 'bureau'),
  materials: [material('supply-contract', '供货合同')],
});

export const WAYS = [
  { from: 'name-check', to: 'retail', type: 'hard', basis: '出版管理条例' },
  { from: 'retail', to: 'reading', type: 'data' },
  { from: 'retail', to: 'imports', type: 'hard' },
];

/** The bundle: what it asks itself decides about imported books, the area about the reading room. */
export const aBookshop = (change: object = {}) => ({
  code: 'bookshop',
  name: '开办书店一件事',
  form: form({
    sells: {
      type: 'array',
      title: '经营品种',
      items: { type: 'string', enum: ['new', 'second-hand', 'imported'] },
      maxItems: 3,
    },
  }),
  plan: {
    nodes: [
      { id: 'name-check', name: '书店名称核验', kind: 'data-check' },
      { id: 'retail', name: '出版物零售许可', kind: 'item', item: RETAIL },
      {
        id: 'reading',
        name: '图书阅览场所备案',
        kind: 'item',
        item: READING_ROOM,
        when: { field: 'area', atLeast: 200 },
      },
      {
        id: 'imports',
        name: '进口图书经销备案',
        kind: 'item',
        item: IMPORTED_BOOKS,
        when: { field: 'sells', equals: 'imported' },
      },
    ],
    edges: WAYS,
  },
  ...change,
});

const questions: GuidanceInFile = {
  code: 'bookshop',
  nameZh: '开办书店要办什么',
  nameEn: 'What a bookshop needs',
  bundle: 'bookshop',
  start: 'place',
  questions: [
    {
      id: 'place',
      kind: 'single',
      zh: '在哪里经营？',
      en: 'Where will it be?',
      options: [
        { value: 'shop', zh: '店铺', en: 'In a shop' },
        { value: 'street', zh: '流动书摊', en: 'In the street' },
      ],
      next: [{ when: { field: 'place', equals: 'shop' }, to: 'area' }, { to: 'no-shop' }],
    },
    {
      id: 'area',
      kind: 'number',
      zh: '面积多大？',
      en: 'How large is it?',
      unit: '平方米',
      minimum: 1,
      maximum: 10_000,
      next: [{ when: { field: 'area', atLeast: 200 }, to: 'large' }, { to: 'small' }],
    },
  ],
  outcomes: [
    { id: 'small', eligible: true, reasons: [], items: [RETAIL] },
    { id: 'large', eligible: true, reasons: [], items: [RETAIL, READING_ROOM] },
    {
      id: 'no-shop',
      eligible: false,
      reasons: [{ zh: '请先落实固定的经营场所。', en: 'Find a fixed place first.' }],
      items: [],
    },
  ],
};

/** All of it as one file: items with their forms, the bundle, and the questions that lead to it. */
export const bookshopCatalogue = () => ({
  items: [retail(), readingRoom(), importedBooks()],
  bundles: [aBookshop()],
  guidance: [questions],
});
