import type { Message } from '@onewindow/kernel';

/** The steps in which a stranger follows a draw, in this order. */
export const DRAW_STEPS = [
  'form',
  'notice',
  'seed',
  'list',
  'public-value',
  'result',
  'file',
] as const;

export type DrawStep = (typeof DRAW_STEPS)[number];

interface FaultText extends Message {
  readonly step: DrawStep;
}

/** Everything that can be wrong with a draw file. The names are stable. */
export const DRAW_FAULTS = {
  'not-a-draw-file': {
    step: 'form',
    zh: '这不是抽取文件：应为一个JSON对象。',
    en: 'This is no draw file: it has to be one JSON object.',
  },
  'format-unknown': {
    step: 'form',
    zh: '文件格式不是“onewindow-draw/1”，请用与该格式相应的程序核验。',
    en: 'The format is not "onewindow-draw/1"; verify it with a program that knows its format.',
  },
  'field-missing': { step: 'form', zh: '缺少字段。', en: 'A field is missing.' },
  'field-unknown': {
    step: 'form',
    zh: '文件中有该格式没有的字段。',
    en: 'A field is not part of the format.',
  },
  'field-malformed': { step: 'form', zh: '字段内容不合格式。', en: 'A field is malformed.' },
  'public-value-missing': {
    step: 'public-value',
    zh: '缺少公开数值：没有它，任何人都无法复核结果。',
    en: 'The public value is missing: without it nobody can compute the result again.',
  },
  'notice-changed': {
    step: 'notice',
    zh: '公告内容与其哈希值不符：公告被改动过。',
    en: 'The notice does not have the hash that is given for it: it was changed.',
  },
  'notice-not-as-published': {
    step: 'notice',
    zh: '公告哈希值与您当时抄录的不同：这不是当时发布的公告。',
    en: 'The hash of the notice differs from the one you noted: this is not the notice that was published.',
  },
  'closing-not-after-notice': {
    step: 'notice',
    zh: '报名截止时间不晚于公告发布时间。',
    en: 'Sign-up closes no later than the notice was published.',
  },
  'public-value-known-before-closing': {
    step: 'notice',
    zh: '公告指定的公开数值在报名截止时已可知晓，抽取结果因此可被预先计算。',
    en: 'The public value that the notice names can be known at closing, so the result could be computed beforehand.',
  },
  'seed-not-committed': {
    step: 'seed',
    zh: '公布的种子与公告中的承诺值不符：种子被换过。',
    en: 'The revealed seed does not open the commitment of the notice: the seed was exchanged.',
  },
  'list-changed': {
    step: 'list',
    zh: '名单与其哈希值不符：名单、排除情况或冻结时间被改动过。',
    en: 'The list does not have the hash that is given for it: agencies, exclusions or the time of freezing were changed.',
  },
  'list-not-as-published': {
    step: 'list',
    zh: '名单哈希值与您当时抄录的不同：这不是截止时公布的名单。',
    en: 'The hash of the list differs from the one you noted: this is not the list that was published at closing.',
  },
  'list-empty': { step: 'list', zh: '名单上没有机构。', en: 'No agency is on the list.' },
  'list-not-sorted': {
    step: 'list',
    zh: '名单未按统一社会信用代码排序。',
    en: 'The list is not sorted by credit code.',
  },
  'agency-listed-twice': {
    step: 'list',
    zh: '同一机构在名单上出现两次，中选机会被加倍。',
    en: 'An agency is listed twice, which doubles its chance.',
  },
  'agency-listed-and-excluded': {
    step: 'list',
    zh: '同一机构既在名单上又在排除名单上。',
    en: 'An agency is both listed and excluded.',
  },
  'list-frozen-before-closing': {
    step: 'list',
    zh: '名单在报名截止前已冻结。',
    en: 'The list was frozen before sign-up closed.',
  },
  'list-frozen-after-public-value': {
    step: 'list',
    zh: '名单冻结时公开数值已可知晓，名单可能是按结果选定的。',
    en: 'The list was frozen when the public value could be known already: it may have been chosen for the result.',
  },
  'public-value-from-elsewhere': {
    step: 'public-value',
    zh: '公开数值不是取自公告指定的出处和期次。',
    en: 'The public value is not from the publication and the issue that the notice names.',
  },
  'public-value-out-of-form': {
    step: 'public-value',
    zh: '公开数值的写法不是公告指定的写法。',
    en: 'The public value is not written in the form that the notice names.',
  },
  'public-value-read-too-early': {
    step: 'public-value',
    zh: '公开数值的读取时间早于其公布时间。',
    en: 'The public value was read before it could have appeared.',
  },
  'drawn-too-early': {
    step: 'result',
    zh: '抽取时间早于公开数值的读取时间。',
    en: 'The draw took place before the public value was read.',
  },
  'key-changed': {
    step: 'result',
    zh: '由公告、名单、种子和公开数值算出的密钥与文件所载不同。',
    en: 'The key computed from notice, list, seed and public value is not the one in the file.',
  },
  'ranking-not-of-list': {
    step: 'result',
    zh: '排序结果中的机构与名单不一致。',
    en: 'The ranking does not hold the agencies of the list, each once.',
  },
  'result-changed': {
    step: 'result',
    zh: '重新计算的第一名与文件所载不同：中选结果被改动过。',
    en: 'The agency in first place is not the one that was drawn: the result was changed.',
  },
  'order-changed': {
    step: 'result',
    zh: '重新计算的候补次序与文件所载不同。',
    en: 'The order of the substitutes is not the one that was drawn.',
  },
  'score-changed': {
    step: 'result',
    zh: '某机构的排序值与重新计算的不同。',
    en: 'The score of an agency is not the one that is computed again.',
  },
  'file-changed': {
    step: 'file',
    zh: '文件整体哈希值不符：文件在抽取之后被改动过。',
    en: 'The file does not have its hash: it was changed after the draw.',
  },
} as const satisfies Readonly<Record<string, FaultText>>;

export type DrawFaultName = keyof typeof DRAW_FAULTS;

/** One thing that is wrong with a draw file. */
export interface DrawFault {
  readonly fault: DrawFaultName;
  readonly step: DrawStep;
  readonly message: Message;
  /** Where in the file, as a dotted path: `ranking.0.creditCode`. */
  readonly path: string;
}

/** A fault at a place of the file; `detail` is added to its sentence. */
export function faultAt(path: string, fault: DrawFaultName, detail?: Message): DrawFault {
  const { step, zh, en } = DRAW_FAULTS[fault];
  const message = detail ? { zh: `${zh}${detail.zh}`, en: `${en} ${detail.en}` } : { zh, en };
  return { fault, step, message, path };
}

/** No fault, or this one. */
export const when = (isWrong: boolean, path: string, fault: DrawFaultName): DrawFault[] =>
  isWrong ? [faultAt(path, fault)] : [];
