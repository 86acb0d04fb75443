import type { TaskRow } from '../api/replies.js';
import type { BatchAct } from '../desk/batch/batch.js';

type Kind = NonNullable<TaskRow['kind']>;

/** What the work list says of many tasks at once, in Chinese. */
export const zhBatch = {
  title: '批量办理',
  choose: (number: string, item: string, stage: string) => `选择 ${number} ${item} ${stage}`,
  all: (count: number) => `选择全部可办的（${count} 件）`,
  chosen: (count: number) => `已选 ${count} 件`,
  count: (count: number) => `${count} 件`,
  acts: {
    'claim-task': (count: number) => `批量领取（${count}）`,
    'complete-stages': (count: number) => `批量办结（${count}）`,
  } satisfies Record<BatchAct, unknown>,
  about: {
    'claim-task': (count: number) => `将领取 ${count} 件任务`,
    'complete-stages': (count: number) => `将办结 ${count} 件任务的环节`,
  } satisfies Record<BatchAct, unknown>,
  confirm: {
    'claim-task': (count: number) => `确认领取 ${count} 件`,
    'complete-stages': (count: number) => `确认办结 ${count} 件`,
  } satisfies Record<BatchAct, unknown>,
  oneGroup: '所选任务不是同一事项的同一环节，一次办一种：',
  notes: {
    review: '每件单独提出“建议准予”的审查意见；建议不予许可的，请逐件办理并说明理由。',
    decision: '每件单独作出准予许可的决定，各有文号；不予许可的，请逐件办理并说明理由。',
  } as Readonly<Partial<Record<Kind, string>>>,
  leftOut: (count: number) => `所选的还有 ${count} 件不在其中`,
  afterwards: '这次办完以后再办。',
  notThisAct: {
    'claim-task': '已经有承办人，不用领取。',
    'complete-stages': '要先领取，才能办结。',
  } satisfies Record<BatchAct, string>,
  notOffered: {
    'claim-task': '您不能领取',
    'complete-stages': '不能批量办结',
  } as Readonly<Record<string, string>>,
  outcome: (done: number, refused: number) =>
    refused === 0 ? `${done} 件都办成了` : `${done} 件办成，${refused} 件没有办成`,
  done: '办成',
  refused: '没有办成',
  close: '知道了',
};
export type BatchWords = typeof zhBatch;
