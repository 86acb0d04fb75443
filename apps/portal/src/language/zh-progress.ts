import type { ProgressActor, ProgressTrack } from '../api/replies.js';
import type { ByKind } from './by-kind.js';

/** What the page says on which an applicant follows a matter. */
export const zhProgress = {
  title: '办件进度',
  lead: '凭回执上的编号和查询码查看；登录后可以直接看自己的办件。',
  number: '申请编号或办件编号',
  numberHint: '印在回执上，例如 SQ20260427-000001 或 379900-20260429-000001',
  code: '查询码',
  codeIfNotOwn: '查询码（不是自己的办件才需要）',
  codeHint: '印在回执上，十位字母和数字',
  follow: '查看进度',
  another: '查另一件',
  print: '打印',
  live: {
    live: '实时更新',
    waiting: '正在连接实时更新……',
    off: '每半分钟更新一次',
  } satisfies ByKind<'live' | 'waiting' | 'off'>,
  news: (what: string) => `有新进展：${what}`,
  waiting: '现在等什么',
  nothingAwaited: '没有需要等待的事：这件事已经办结。',
  since: '起于',
  dueBy: '期限',
  statutory: '法定办结日',
  promised: '承诺办结日',
  openDate: (notBefore: string | undefined) =>
    notBefore === undefined
      ? '待定（相应年度的放假安排尚未公布）'
      : `待定，不早于 ${notBefore}（相应年度的放假安排尚未公布）`,
  halted: (since: string) => `${since}起停止计时，特别程序结束后重算`,
  explain: '这个日期怎么来的',
  counted: '计入',
  skipped: '不计入',
  tracks: '并联事项',
  trackStatuses: {
    'in-review': '审查中',
    suspended: '特别程序中',
    reviewed: '已审查，待决定',
    granted: '准予许可',
    refused: '不予许可',
    withdrawn: '申请人已撤回',
  } satisfies ByKind<ProgressTrack['status']>,
  lamps: { blue: '期限将近', yellow: '今日到期', red: '已超期' } satisfies ByKind<
    NonNullable<ProgressTrack['lamp']>
  >,
  quota: (place: number, ahead: number, left: number, limit: number) =>
    `受理先后顺序第 ${place} 位，前面还有 ${ahead} 件没有决定；${limit} 个名额还剩 ${left} 个。`,
  suspension: (
    name: string,
    from: string,
    until: string | undefined,
    expectedUntil: string | undefined,
  ) =>
    until !== undefined
      ? `${name}：${from}至${until}，不计入期限`
      : `${name}：${from}起${expectedUntil === undefined ? '' : `，预计至${expectedUntil}`}，不计入期限`,
  outcomes: { granted: '决定：准予许可', refused: '决定：不予许可' } satisfies ByKind<
    NonNullable<ProgressTrack['decision']>['outcome']
  >,
  reconsideration: '行政复议',
  litigation: '行政诉讼',
  fromService: '自收到决定书之日起算',
  until: (when: string) => `${when}前提出`,
  steps: '全部步骤',
  stepsHint: (count: number) => `共 ${count} 步，最新的在前`,
  wholeList: (count: number) => `显示全部 ${count} 步`,
  onlyNewest: '只看最近几步',
  recorded: '补记于',
  roles: {
    applicant: '申请人',
    window: '综合窗口',
    agency: '审批机关',
    inspectors: '踏勘人员',
    department: '监管部门',
    intermediary: '中介机构',
    law: '依法',
  } satisfies ByKind<ProgressActor['role']>,
  papers: '文书',
  paper: '名称',
  paperNumber: '文号',
  issuedBy: '签发',
  issuedAt: '签发时间',
  servedAt: '送达时间',
  notServed: '尚未送达',
};
