import type { AcceptedItem } from '../src/domain/track/open-track.js';

type Term = AcceptedItem['statutoryTerm'];

const workingDays = (days: number): Term => ({
  unit: 'working-day',
  days,
  source: '行政许可法 42',
});

const item = (
  code: string,
  itemName: string,
  changes: Partial<AcceptedItem> = {},
): AcceptedItem => ({
  item: code,
  itemName,
  agency: 'bureau',
  agencyName: '海棠市行政审批服务局',
  statutoryTerm: workingDays(20),
  siteVisit: false,
  resultName: `${itemName}证`,
  ...changes,
});

const FIRE = { agency: 'fire-rescue', agencyName: '海棠市消防救援大队' } as const;
const fireCheck = item('public-gathering-fire-safety', '公众聚集场所投入使用、营业前消防安全检查', {
  ...FIRE,
  statutoryTerm: workingDays(13),
});
const food = item('food-business-permit', '食品经营许可（新办）', {
  promisedTerm: { ...workingDays(10), source: '办事指南承诺时限' },
});

/** What is applied for together, with so many of a thousand: one item most of the time, and hardly ever of a small agency. */
export const FILED: readonly { readonly items: readonly AcceptedItem[]; readonly share: number }[] =
  [
    { items: [food], share: 300 },
    { items: [item('food-workshop', '食品小作坊登记')], share: 150 },
    { items: [item('drainage-permit', '城镇污水排入排水管网许可')], share: 120 },
    { items: [item('outdoor-advertising', '大型户外广告设置审批')], share: 100 },
    { items: [item('public-place-hygiene', '公共场所卫生许可')], share: 80 },
    { items: [item('road-excavation', '占用、挖掘城市道路审批')], share: 50 },
    { items: [item('medical-device', '医疗器械经营许可')], share: 49 },
    { items: [item('book-retail', '出版物零售许可')], share: 30 },
    { items: [item('kindergarten', '民办幼儿园设立许可')], share: 2 },
    { items: [fireCheck], share: 48 },
    { items: [food, fireCheck], share: 30 },
    {
      items: [item('water-intake', '取水许可', { agency: 'water', agencyName: '海棠市水务局' })],
      share: 40,
    },
    {
      items: [
        item('tobacco-retail', '烟草专卖零售许可', {
          agency: 'tobacco',
          agencyName: '海棠市烟草专卖局',
        }),
      ],
      share: 1,
    },
  ];
