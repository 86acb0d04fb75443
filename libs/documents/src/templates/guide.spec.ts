import { readFileSync } from 'node:fs';
import type { FindItemReply } from '@onewindow/contracts';
import type { OfficialDocument } from '../official-document.js';
import { guideDocument } from './guide.js';

const sample = new URL('../../../contracts/samples/intake.find-item.v1.json', import.meta.url);
const { reply } = JSON.parse(readFileSync(sample, 'utf8')) as { readonly reply: FindItemReply };
const { implementation: _, retiredOn: __, ...inTheCity } = reply;

const guideOf = (item: FindItemReply) =>
  guideDocument(item, { on: '2026-04-27', address: 'https://onewindow.example/items/food' });
const wordsOf = (document: OfficialDocument) => JSON.stringify(document, null, 1);

describe('The guide of an item', () => {
  it('holds all eight particulars of the law under their own headings', () => {
    const headings = guideOf(inTheCity).blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text.replace(/^.+、/, '')] : [],
    );

    expect(headings.slice(0, 8)).toEqual([
      '事项',
      '办理依据',
      '办理条件',
      '数量',
      '办理程序',
      '办理期限',
      '申请材料',
      '申请书示范文本',
    ]);
  });

  it.each([
    [
      'the provision with its days in force',
      '《食品安全法》第35条（有效期：2009-06-01 至 2099-12-31）',
    ],
    ['both terms with their sources', '15 个工作日（实施清单（食品经营许可新办））'],
    ['the promised term', '10 个工作日（办事指南承诺时限）'],
    ['each material', '主要设备设施布局和操作流程文件'],
    ['the fee with its basis', '示例：以行政法规规定的收费项目为准'],
    ['places and hours', '工作日 9:00—17:00'],
    ['questions and answers', '答：受理之日起十个工作日内。'],
    ['the special procedures', '检测，约 10 日，由决定机关委托检测'],
    ['the intermediary services', '排水水质、水量检测（城镇排水与污水处理条例 21）'],
    ['when a permit lapses', '自送达之日起 3 个月内没有使用的，许可自行失效（建筑法 9）'],
    ['where to complain', '0999-12388'],
  ])('says %s', (_what, words) => {
    expect(wordsOf(guideOf(inTheCity))).toContain(words);
  });

  it('names its version and day, and leads to the page of that day', () => {
    const { subtitle, footer, qr } = guideOf(inTheCity);

    expect(subtitle).toBe('第 2 版 · 内容截至 2026年4月27日');
    expect(footer).toContain('第 2 版 · 2026-04-27');
    expect(qr?.address).toBe('https://onewindow.example/items/food');
  });

  it('prints agency, term and places of the district that was asked for', () => {
    const words = wordsOf(guideOf(reply));

    expect(words).toContain('海棠市东城区行政审批服务局');
    expect(words).toContain('8 个工作日（东城区承诺时限）');
    expect(words).toContain('海棠市东城区建设路2号');
    expect(words).not.toContain('市民路1号');
  });

  it('warns of an item that is not taken any more', () => {
    expect(wordsOf(guideOf(reply))).toContain('本事项自 2026年12月31日 之后不再受理');
  });
});
