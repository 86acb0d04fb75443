import type { ByKind } from './by-kind.js';

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
  narrowing: '正在筛选',
  without: (filter: string, value: string) => `去掉筛选：${filter} ${value}`,
  filters: {
    theme: '主题',
    lifeEvent: '人生事件',
    agency: '决定机关',
    district: '办理地区',
  } satisfies ByKind<'theme' | 'lifeEvent' | 'agency' | 'district'>,
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
