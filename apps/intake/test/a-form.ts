import type { Form } from '../src/domain/forms/form.js';

/** A form of a place that is open to the public, with a condition, a rule of each kind, and a list. */
export const aForm = (change: Partial<Form> = {}): Form => ({
  type: 'object',
  title: '场所情况',
  properties: {
    siteArea: {
      type: 'number',
      title: '场所建筑面积（平方米）',
      'x-title-en': 'Floor area (m²)',
      exclusiveMinimum: 0,
      maximum: 100_000,
    },
    kitchenArea: { type: 'number', title: '厨房面积（平方米）', exclusiveMinimum: 0 },
    use: {
      type: 'string',
      title: '用途',
      enum: ['restaurant', 'school'],
      'x-labels': { restaurant: '餐饮', school: '学校' },
    },
    seats: {
      type: 'integer',
      title: '餐位数',
      minimum: 0,
      'x-when': { field: 'use', equals: 'restaurant' },
    },
    sells: {
      type: 'array',
      title: '经营品种',
      items: { type: 'string', enum: ['hot-meals', 'wine', 'tobacco'] },
      uniqueItems: true,
      maxItems: 3,
    },
    manager: {
      type: 'object',
      title: '负责人',
      'x-personal': true,
      properties: {
        name: { type: 'string', title: '姓名', maxLength: 50 },
        phone: { type: 'string', title: '电话', format: 'phone' },
      },
      required: ['name'],
    },
    opensOn: { type: 'string', title: '拟开业日期', format: 'date' },
    plate: { type: 'string', title: '门牌', maxLength: 20, pattern: '^\\d{1,4}号$' },
  },
  required: ['siteArea', 'use', 'seats'],
  'x-rules': [
    {
      ordered: ['kitchenArea', 'siteArea'],
      zh: '厨房面积不得大于场所面积。',
      en: 'The kitchen is no larger than the place.',
    },
    {
      when: { field: 'use', equals: 'school' },
      expect: { not: { field: 'sells', oneOf: ['wine', 'tobacco'] } },
      zh: '学校不得经营酒类、卷烟。',
      en: 'A school sells neither wine nor tobacco.',
      source: '未成年人保护法 59',
    },
  ],
  ...change,
});
