import type { GuidanceTree } from '../src/domain/guidance/guidance.js';

/** Whether a tea house needs a permit, and which. */
export const aTree = (change: Partial<GuidanceTree> = {}): GuidanceTree => ({
  nameZh: '开茶馆',
  nameEn: 'Opening a tea house',
  item: 'food-permit',
  start: 'licence',
  questions: [
    {
      id: 'licence',
      kind: 'single',
      zh: '是否已取得营业执照？',
      en: 'Do you have a business licence?',
      options: [
        { value: 'yes', zh: '是', en: 'Yes' },
        { value: 'no', zh: '否', en: 'No' },
      ],
      next: [
        { when: { field: 'licence', equals: 'yes' }, to: 'area' },
        { when: { field: 'licence', equals: 'no' }, to: 'first-a-licence' },
      ],
    },
    {
      id: 'area',
      kind: 'number',
      zh: '面积是多少？',
      en: 'How large is it?',
      unit: '平方米',
      minimum: 1,
      maximum: 10_000,
      next: [{ when: { field: 'area', atMost: 199 }, to: 'small' }, { to: 'sells' }],
    },
    {
      id: 'sells',
      kind: 'multiple',
      zh: '经营哪些品种？',
      en: 'What do you sell?',
      options: [
        { value: 'tea', zh: '茶', en: 'Tea' },
        { value: 'tobacco', zh: '卷烟', en: 'Tobacco' },
      ],
      next: [
        { when: { field: 'sells', equals: 'tobacco' }, to: 'all' },
        { when: { not: { field: 'sells', equals: 'tobacco' } }, to: 'large' },
      ],
    },
  ],
  outcomes: [
    { id: 'small', eligible: true, reasons: [], items: ['food-permit'] },
    { id: 'large', eligible: true, reasons: [], items: ['food-permit', 'fire-check'] },
    {
      id: 'all',
      eligible: true,
      reasons: [],
      items: ['food-permit', 'fire-check', 'tobacco-permit'],
    },
    {
      id: 'first-a-licence',
      eligible: false,
      reasons: [
        { zh: '请先办理营业执照。', en: 'Get a licence first.', source: '市场主体登记管理条例 3' },
      ],
      items: [],
    },
  ],
  ...change,
});
