import type { FindQuotaReply } from '../api/replies.js';
import type { ByKind } from './by-kind.js';

type Standing = NonNullable<FindQuotaReply['queue']>['inOrder'][number]['standing'];

/** What the pages of permits of a limited number say, in Chinese. */
export const zhQuota = {
  title: '数量限制',
  lead: '有数量限制的许可，按受理先后顺序决定（行政许可法第五十七条）。',
  none: '没有公布数量限制的事项。',
  noneOfItem: '这个事项没有公布数量限制。',
  back: '回到数量限制',
  item: '事项',
  code: '事项（代码）',
  open: '查看或者公布',
  period: '受理期间',
  between: (from: string, until: string) => `${from}至${until}`,
  document: '文件',
  limit: '数量',
  granted: '已准予',
  left: '剩余',
  order: '受理先后顺序',
  counted: (filings: number, undecided: number) =>
    `共受理 ${filings} 件，其中 ${undecided} 件尚未作出决定。在先的作出决定以前，在后的不能准予。`,
  nobody: '这个期间没有受理的申请。',
  place: '顺序',
  nth: (place: number) => `第 ${place} 位`,
  standings: {
    undecided: '未决定',
    granted: '准予许可',
    refused: '不予许可',
    withdrawn: '已撤回',
  } satisfies ByKind<Standing>,
  waits: (place: number) => `要等第 ${place} 位先作出决定`,
  notShown: '不公开',
  history: '公布过的数量',
  published: (period: string, limit: number) => `公布：${period}，${limit} 个`,
};
export type QuotaWords = typeof zhQuota;
