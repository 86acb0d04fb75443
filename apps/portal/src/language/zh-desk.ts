import type { FindCaseReply } from '../api/replies.js';
import type { View } from '../desk/work-asked.js';
import type { ByKind } from './by-kind.js';
import { zhActs } from './zh-acts.js';
import { zhBatch } from './zh-batch.js';
import { zhCaseFile } from './zh-case-file.js';
import { zhQuota } from './zh-quota.js';
import { zhTeam } from './zh-team.js';

type Track = FindCaseReply['tracks'][number];
type Stage = NonNullable<Track['stages']>[number];

/** What the pages of officers say, in Chinese. */
export const zhDesk = {
  ...zhActs,
  ...zhCaseFile,
  ...zhTeam,
  batch: zhBatch,
  quota: zhQuota,
  title: '办件',
  work: '工作台',
  views: {
    mine: '我的任务',
    pool: '待领取',
    agency: '本机关全部任务',
    cases: '全部办件',
  } satisfies ByKind<View>,
  task: '任务',
  dueOn: '最早的期限',
  stage: '环节',
  officer: '承办人',
  nobody: '待领取',
  greenLane: '绿色通道',
  byLamp: '按期限状态',
  nothingToDo: '这里没有要办的任务。',
  claim: '领取',
  claimTask: (number: string, item: string) => `领取 ${number} ${item}`,
  claimed: (number: string) => `已领取 ${number}。`,
  noOffice: '这个账号不是办理人员，没有可以列出的办件。',
  casesFound: (count: number) => (count >= 1000 ? '共 1000 件以上' : `共 ${count} 件`),
  searchLabel: '申请人、编号或者地址',
  every: '全部',
  nextDue: '最近的期限',
  statuses: { open: '办理中', decided: '已决定', closed: '已办结' } satisfies ByKind<
    FindCaseReply['status']
  >,
  applicant: '申请人',
  premises: '场所',
  acceptedAt: '受理时间',
  caseNumber: '办件编号',
  backToList: '回到待办',
  tracks: '并联事项',
  jointTerm: '联合办理期限',
  notLit: '期限内',
  lampOf: (lamp: string) => `期限状态：${lamp}`,
  promisedLamp: (lamp: string) => `承诺期限：${lamp}`,
  now: '现在可以办',
  notNow: '现在不能办的，以及原因',
  nothingNow: '现在没有您要办的事。',
  elsewhere: '还可以办，但本页没有表单：',
  opinion: '审查意见',
  recommendations: { grant: '建议准予许可', refuse: '建议不予许可' } satisfies ByKind<
    NonNullable<Track['opinion']>['recommendation']
  >,
  awaits: '决定前要等的结果',
  beforeStart: '开工、营业前还要办的',
  standings: { pending: '还没有', 'in-effect': '已经有了', refused: '没有通过' } satisfies ByKind<
    NonNullable<Track['awaits']>[number]['standing']
  >,
  stages: '环节',
  stageStatuses: {
    waiting: '未开始',
    active: '办理中',
    done: '已完成',
    skipped: '不需要',
  } satisfies ByKind<Stage['status']>,
  unanswered: (fields: string) => `是否需要，取决于还没有人登记的事实：${fields}`,
  returnedFrom: (stage: string, by: string) => `${by}从“${stage}”退回，理由`,
  stageOverdue: (when: string) => `这个环节已于 ${when} 超过内部时限`,
  draft: '决定文稿',
  drafted: (outcome: string, by: string, when: string) => `${outcome}（拟稿 ${by}，${when}）`,
  draftReviews: { approved: '审核同意', returned: '退回修改' } satisfies ByKind<
    NonNullable<NonNullable<Track['draft']>['review']>['result']
  >,
  notReviewed: '待审核',
  conditions: '附带的条件',
  consultation: '征求部门意见',
  consulted: (settled: number, asked: number) => `${asked} 个部门中 ${settled} 个已有结果`,
  positions: (agreed: number, withConditions: number, disagreed: number, silent: number) =>
    `同意 ${agreed}、附条件同意 ${withConditions}、不同意 ${disagreed}、逾期未答复 ${silent}`,
  specialProcedures: '特别程序',
  running: '进行中',
  until: (from: string, until: string | undefined) =>
    until === undefined ? `${from}起` : `${from}至${until}`,
  suspendedDays: (days: number) => `共 ${days} 个工作日不计入期限`,
  extended: (days: number, unit: string, by: string) => `经${by}批准延长 ${days} ${unit}`,
  missed: (when: string) => `法定期限已于 ${when} 届满`,
  promiseMissed: (when: string) => `承诺期限已于 ${when} 届满`,
  delay: '超时理由',
  decision: '决定',
  certificate: '证照送达期限',
  served: '已送达',
  inspections: '联合踏勘',
  inspectionStatuses: {
    arranged: '已安排',
    'under-way': '进行中',
    completed: '已完成',
  } satisfies ByKind<FindCaseReply['inspections'][number]['status']>,
  findings: {
    met: '符合',
    'not-met': '不符合',
    'corrected-on-the-spot': '当场改正',
  } satisfies ByKind<
    FindCaseReply['inspections'][number]['checklists'][number]['findings'][number]['result']
  >,
  signatures: (count: number) => `${count} 人已签字`,
  handovers: '推送监管部门',
  handoverStatuses: {
    waiting: '待推送',
    sent: '已推送，待签收',
    acknowledged: '已签收',
  } satisfies ByKind<FindCaseReply['handovers'][number]['status']>,
  department: '部门',
  status: '状态',
};
export type DeskWords = typeof zhDesk;
