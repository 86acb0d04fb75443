import type { Instant } from '@onewindow/kernel';
import {
  drawFile,
  drawNotice,
  freezeList,
  type DrawEntry,
  type DrawFile,
  type NoticeTerms,
} from '../src/index.js';

export const at = (time: string): Instant => `2026-${time}:00.000Z` as Instant;

export const SEED = '5f1d0a9c3b7e24688c0e9d13a6b5f2744e81c7d05a3962fb18d4e6c09b7a3f21';

export const TERMS: NoticeTerms = {
  project: 'ZJ-371500-2026-000017',
  title: '城北路12号排水水质检测',
  publishedAt: at('11-16T01:00'),
  closesAt: at('11-19T09:00'),
  publicValue: {
    publication: '中国福利彩票双色球开奖公告',
    issue: '2026133',
    quantity: '红球和蓝球号码',
    form: 'double-colour-ball',
    appearsAt: at('11-19T13:15'),
    where: '中国福利彩票发行管理中心网站、当日报纸',
  },
};

export const AGENCIES: readonly DrawEntry[] = [
  { creditCode: '91371500MA9YXW1T5X', name: '鲁西清源水质检测有限公司' },
  { creditCode: '92370523MA9YXW2N21', name: '广饶县碧波检测中心' },
  { creditCode: '52510114MJ9Y0X3L8H', name: '新都水环境检测研究院' },
];

export const EXCLUDED = {
  creditCode: '12500112MB9K0Q4H0F',
  name: '渝北环境监测站',
  reasons: [
    {
      rule: 'qualification-in-force',
      zh: '检验检测资质认定证书已过期。',
      en: 'The accreditation for testing has expired.',
    },
  ],
};

/** A whole draw, from notice to file. */
export function exampleDraw(entries: readonly DrawEntry[] = AGENCIES): DrawFile {
  const notice = drawNotice(TERMS, SEED);
  const list = freezeList({
    notice,
    frozenAt: at('11-19T09:00'),
    entries,
    excluded: [EXCLUDED],
  });
  return drawFile({
    notice,
    list,
    seed: SEED,
    publicValue: {
      publication: '中国福利彩票双色球开奖公告',
      issue: '2026133',
      value: '03 07 12 19 26 31 + 09',
      readAt: at('11-20T00:40'),
    },
    drawnAt: at('11-20T01:00'),
  });
}
