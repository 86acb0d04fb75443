import type { Message } from '@onewindow/kernel';
import type { DrawFile } from './draw-file.js';
import { readDrawFile } from './draw-file-shape.js';
import { DRAW_STEPS, type DrawFault, type DrawStep } from './faults.js';
import { commitSeed, hashNotice } from './notice.js';
import { hashList } from './list.js';
import { PUBLIC_VALUE_FORMS } from './public-value.js';
import { draw } from './ranking.js';
import { verifyDrawFile, type PublishedHashes } from './verify.js';

/** One step of the verification, told so that a citizen can follow it. */
export interface DrawStepTold {
  readonly step: DrawStep;
  readonly title: Message;
  /** What was read and what was computed again; nothing when the file could not be read. */
  readonly lines: readonly Message[];
  readonly faults: readonly DrawFault[];
}

const TITLES: Readonly<Record<DrawStep, Message>> = {
  form: { zh: '文件格式完整', en: 'The file is complete and well-formed' },
  notice: { zh: '公告事先说明了一切', en: 'The notice fixed everything beforehand' },
  seed: { zh: '公布的种子就是公告承诺的种子', en: 'The revealed seed is the one committed to' },
  list: { zh: '名单在截止时冻结', en: 'The list was frozen at closing' },
  'public-value': {
    zh: '公开数值来自公告指定的出处',
    en: 'The public value is from where the notice said',
  },
  result: { zh: '重新计算得到同样的结果', en: 'Computing again gives the same result' },
  file: { zh: '记录此后未被改动', en: 'The record was not changed afterwards' },
};

const LINES: Readonly<Record<DrawStep, (file: DrawFile) => Message[]>> = {
  form: ({ format }) => [{ zh: `格式：${format}`, en: `Format: ${format}` }],
  notice: linesOfNotice,
  seed: ({ notice, seed }) => [
    { zh: `种子：${seed}`, en: `Seed: ${seed}` },
    computed('种子承诺', 'commitment to it', commitSeed(notice.project, seed)),
  ],
  list: linesOfList,
  'public-value': ({ publicValue: { publication, issue, value, readAt } }) => [
    { zh: `出处：${publication}（${issue}）`, en: `From: ${publication} (${issue})` },
    { zh: `数值：${value}`, en: `Value: ${value}` },
    { zh: `读取时间：${shanghai(readAt)}`, en: `Read at: ${shanghai(readAt)}` },
  ],
  result: linesOfResult,
  file: ({ drawnAt, hash }) => [
    { zh: `抽取时间：${shanghai(drawnAt)}`, en: `Drawn at: ${shanghai(drawnAt)}` },
    { zh: `记录哈希：${hash}`, en: `Hash of the record: ${hash}` },
  ],
};

/** The verification step by step. A step is right when it has no faults; steps that could not be taken have no lines. */
export function explainDraw(document: unknown, published: PublishedHashes = {}): DrawStepTold[] {
  const file = readDrawFile(document);
  const faults = verifyDrawFile(document, published);
  const isReadable = 'format' in file;
  return DRAW_STEPS.map((step) => ({
    step,
    title: TITLES[step],
    lines: isReadable ? LINES[step](file) : [],
    faults: faults.filter((fault) => fault.step === step),
  }));
}

function linesOfNotice({ notice }: DrawFile): Message[] {
  const { project, title, publishedAt, closesAt, publicValue } = notice;
  const { publication, issue, quantity, form, appearsAt, where } = publicValue;
  const [published, closes, appears] = [publishedAt, closesAt, appearsAt].map(shanghai);
  return [
    { zh: `项目：${project} ${title}`, en: `Project: ${project} ${title}` },
    {
      zh: `公告发布：${published}；报名截止：${closes}`,
      en: `Notice: ${published}; sign-up closes: ${closes}`,
    },
    {
      zh: `届时采用：${publication}（${issue}）的${quantity}，不早于${appears}可知；查阅处：${where}`,
      en: `Will count: ${quantity} of ${publication} (${issue}), known no earlier than ${appears}; look it up: ${where}`,
    },
    { zh: `写法：${PUBLIC_VALUE_FORMS[form].zh}`, en: `Written as ${PUBLIC_VALUE_FORMS[form].en}` },
    computed('公告哈希', 'hash of the notice', hashNotice(notice)),
  ];
}

function linesOfList({ notice, list }: DrawFile): Message[] {
  return [
    {
      zh: `冻结时间：${shanghai(list.frozenAt)}；机构${list.entries.length}家，排除${list.excluded.length}家`,
      en: `Frozen at: ${shanghai(list.frozenAt)}; ${list.entries.length} on the list, ${list.excluded.length} excluded`,
    },
    ...list.entries.map(({ creditCode, name }) => both(`${creditCode} ${name}`)),
    ...list.excluded.map(({ creditCode, name, reasons }) => ({
      zh: `排除：${creditCode} ${name}：${reasons.map(({ zh }) => zh).join('')}`,
      en: `Excluded: ${creditCode} ${name}: ${reasons.map(({ en }) => en).join(' ')}`,
    })),
    computed('名单哈希', 'hash of the list', hashList(notice.project, list)),
  ];
}

function linesOfResult(file: DrawFile): Message[] {
  const { key, ranking } = draw({ ...file, publicValue: file.publicValue.value });
  const names = new Map(file.list.entries.map(({ creditCode, name }) => [creditCode, name]));
  return [
    computed('抽取密钥', 'key of the draw', key),
    ...ranking.map(({ place, creditCode, score }) => ({
      zh: `${place === 1 ? '中选' : `候补${place - 1}`}：${creditCode} ${names.get(creditCode) ?? ''}（${score}）`,
      en: `${place === 1 ? 'Drawn' : `Substitute ${place - 1}`}: ${creditCode} ${names.get(creditCode) ?? ''} (${score})`,
    })),
  ];
}

const both = (line: string): Message => ({ zh: line, en: line });

const computed = (zh: string, en: string, hash: string): Message => ({
  zh: `重新计算的${zh}：${hash}`,
  en: `Computed again, ${en}: ${hash}`,
});

/** The time of the clock in Asia/Shanghai, to the second: UTC+8 all year. */
const shanghai = (instant: string): string =>
  `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')} +08:00`;
