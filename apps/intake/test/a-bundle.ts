import type { BundlePlan } from '../src/domain/catalogue/bundle-plan.js';
import type { Form } from '../src/domain/forms/form.js';
import type { AskedMaterial, PublishedItem } from '../src/domain/service-item.js';
import { anItem } from './situations.js';

const material = (code: string, change: Partial<AskedMaterial> = {}): AskedMaterial => ({
  code,
  name: code,
  necessity: 'required',
  source: 'applicant',
  acceptanceStandard: `${code}完整`,
  sample: { title: code, fields: [{ label: '申请人', example: '某茶馆' }] },
  ...change,
});

const AREA = { type: 'number', title: '面积（平方米）', exclusiveMinimum: 0 } as const;

/** Opening a tea house: a licence, a permit that rests on it, a fire check for large places, and a permit for tobacco. */
export const teaHouseItems = (): readonly PublishedItem[] => [
  anItem({
    code: 'business-licence',
    name: '营业执照',
    materials: [material('identity')],
    form: {
      type: 'object',
      properties: { name: { type: 'string', title: '名称' } },
      required: ['name'],
    },
  }),
  anItem({
    code: 'food-permit',
    name: '食品经营许可',
    materials: [
      material('licence-copy', { resultOf: 'business-licence' }),
      material('floor-plan', { necessity: 'optional' }),
    ],
    form: { type: 'object', properties: { area: AREA }, required: ['area'] },
  }),
  anItem({
    code: 'fire-check',
    name: '消防安全检查',
    materials: [material('floor-plan', { acceptanceStandard: '标明疏散通道', validMonths: 6 })],
    form: {
      type: 'object',
      properties: { area: AREA, exits: { type: 'integer', title: '安全出口数', minimum: 1 } },
      required: ['exits'],
    },
  }),
  anItem({ code: 'tobacco-permit', name: '烟草零售许可', materials: [material('lease')] }),
];

export const teaHouseForm = (): Form => ({
  type: 'object',
  properties: {
    public: { type: 'boolean', title: '是否对公众开放', 'x-title-en': 'Open to the public' },
    sells: {
      type: 'array',
      title: '经营品种',
      items: { type: 'string', enum: ['tea', 'tobacco'] },
      maxItems: 2,
    },
  },
  required: ['public'],
  'x-order': ['public', 'sells'],
});

export const teaHousePlan = (change: Partial<BundlePlan> = {}): BundlePlan => ({
  stages: [{ id: 'open', name: '开业前' }],
  nodes: [
    { id: 'name-check', name: '名称核验', kind: 'data-check' },
    { id: 'licence', name: '营业执照', kind: 'item', item: 'business-licence' },
    { id: 'food', name: '食品经营许可', kind: 'item', item: 'food-permit', stage: 'open' },
    {
      id: 'fire',
      name: '消防安全检查',
      kind: 'item',
      item: 'fire-check',
      optional: true,
      when: {
        all: [
          { field: 'public', equals: true },
          { field: 'area', atLeast: 200 },
        ],
      },
    },
    {
      id: 'tobacco',
      name: '烟草零售许可',
      kind: 'item',
      item: 'tobacco-permit',
      when: { field: 'sells', equals: 'tobacco' },
    },
    { id: 'music', name: '演出许可', kind: 'item', item: 'music-permit', optional: true },
  ],
  edges: [
    { from: 'name-check', to: 'licence', type: 'hard' },
    { from: 'licence', to: 'food', type: 'data' },
    { from: 'food', to: 'fire', type: 'soft' },
    { from: 'licence', to: 'tobacco', type: 'hard' },
  ],
  jointInspection: ['food', 'fire'],
  ...change,
});
