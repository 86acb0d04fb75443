import type { FindItemReply } from '@onewindow/contracts';
import type { Block, OfficialDocument } from '../official-document.js';
import { inChinese } from './chinese-date.js';
import { handlingBlocks, particularBlocks } from './guide-sections.js';

export interface GuideEdition {
  /** The day that the guide is of: the present one or any earlier one. */
  readonly on: string;
  /** Where the page of exactly that day is. */
  readonly address: string;
  /** Code of the district whose agency, term and places are printed. */
  readonly district?: string;
}

/**
 * The guide of an item 办事指南 as it was on a day: what 许可法 30 has to be made public, and what the national tables
 * say besides. It holds no time of printing, so that the same edition is the same bytes on every print.
 */
export function guideDocument(item: FindItemReply, edition: GuideEdition): OfficialDocument {
  const version = item.version ?? item.edition;
  return {
    title: `${item.name}办事指南`,
    subtitle: `第 ${version} 版 · 内容截至 ${inChinese(edition.on)}`,
    issuer: item.implementation?.agencyName ?? item.decidingAgencyName,
    language: 'zh-CN',
    madeAt: `${edition.on}T00:00:00+08:00`,
    blocks: [...retired(item), ...particularBlocks(item), ...handlingBlocks(item)],
    footer: `${item.name}办事指南 · 第 ${version} 版 · ${edition.on}`,
    qr: {
      address: edition.address,
      captions: ['扫码查看本日期的办事指南网页。内容以网页为准，修改后另行发布新版。'],
    },
  };
}

const retired = ({ retiredOn }: FindItemReply): Block[] =>
  retiredOn === undefined
    ? []
    : [{ kind: 'note', text: `注意：本事项自 ${inChinese(retiredOn)} 之后不再受理。` }];
