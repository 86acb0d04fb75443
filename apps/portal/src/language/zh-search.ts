import type { ListItemsReply } from '../api/replies.js';
import type { Filter, Level } from '../search/asked.js';
import type { ByKind } from './by-kind.js';

type Match = NonNullable<ListItemsReply['items'][number]['matched']>;

/** What the search says, in Chinese. */
export const zhSearch = {
  title: '搜索',
  lead: '用平常的话、简称、拼音或首字母都可以。',
  label: '想办什么事',
  keys: '边输入边出结果；按向下键进入结果，按退出键回到输入框。',
  clear: '清空',
  more: '显示更多事项',
  arrived: (count: number) => `又显示了 ${count} 个事项`,
  found: (bundles: number, items: number, isMore: boolean) =>
    `找到 ${bundles === 0 ? '' : `${bundles} 个“一件事”、`}${items} 个${isMore ? '以上' : ''}事项`,
  bundles: '一件事一次办',
  items: '事项',
  onlySimilar: '没有完全相同的词，下面是相近的。您要找的是不是：',
  matchedIn: {
    name: '名称',
    keyword: '别名',
    'result-name': '办理结果',
    agency: '决定机关',
  } satisfies ByKind<Match['field']>,
  matchedBy: {
    words: '词语相同',
    synonym: '同义词',
    pinyin: '拼音',
    initials: '拼音首字母',
    similar: '相近的词',
  } satisfies ByKind<Match['by']>,
  synonymOf: (word: string) => `“${word}”就是这件事`,
  narrow: '筛选',
  every: '全部',
  themes: {
    advertising: '户外广告',
    catering: '餐饮食品',
    construction: '工程建设',
    employment: '就业和人力资源',
    environment: '生态环境',
    'fire-safety': '消防安全',
    health: '医疗卫生',
    investment: '投资立项',
    'real-estate': '不动产',
    safety: '安全生产',
    tourism: '文化旅游',
    transport: '交通运输',
    water: '水务排水',
  } as Readonly<Record<string, string>>,
  lifeEvents: {
    building: '建房子、上项目',
    'opening-a-shop': '开店',
    'starting-a-business': '办公司',
  } as Readonly<Record<string, string>>,
  narrowing: '正在筛选',
  without: (filter: string, value: string) => `去掉筛选：${filter} ${value}`,
  filters: {
    theme: '主题',
    lifeEvent: '人生事件',
    agency: '决定机关',
    district: '办理地区',
    level: '办理层级',
  } satisfies ByKind<Filter>,
  narrowFurther: '按机关、地区、层级筛选',
  district: (code: string) => `行政区划 ${code}`,
  levels: {
    1: '国家级',
    2: '省级',
    3: '市级',
    4: '县（区）级',
    5: '乡镇（街道）级',
    6: '村（社区）级',
  } satisfies ByKind<Level>,
  nothing: (text: string) => `没有找到“${text}”`,
  nothingNarrow: '在这些筛选条件下没有事项。',
  hints: {
    wide: '去掉全部筛选再找',
    shorter: '试试更短的词：',
    bundles: '看看“一件事”',
    all: '看全部事项',
    call: '拨打 12345，请人帮您找',
  },
};
export type SearchWords = typeof zhSearch;
