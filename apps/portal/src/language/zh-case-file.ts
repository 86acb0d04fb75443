import type {
  FindConsultationReply,
  FindInterestedPartiesReply,
  IssuedPaper,
} from '../api/replies.js';
import type { ByKind } from './by-kind.js';

type Request = FindConsultationReply['requests'][number];

/** What the desk says of departments asked, of interested parties, of papers and of the plan of a bundle, in Chinese. */
export const zhCaseFile = {
  asked: '征求本部门意见',
  askedOfUs: '征求的意见',
  askedViews: { open: '待答复', answered: '已答复' } satisfies ByKind<'open' | 'answered'>,
  nothingAsked: '这里没有征求本部门意见的事项。',
  backToAsked: '回到征求意见列表',
  askingAgency: '征求意见的机关',
  answerBy: '答复期限',
  round: (number: number) => `第 ${number} 次征求`,
  askedAgain: '再次征求的理由',
  reminded: (when: string) => `已于 ${when} 提醒`,
  silent: '逾期没有答复',
  late: '逾期答复',
  reasons: '理由',
  legalBasis: '依据',
  silences: {
    agreement: '逾期不答复的，视为同意。',
    'no-objection': '逾期不答复的，视为没有不同意见。',
    awaited: '逾期不答复的，继续等待。',
  } satisfies ByKind<Request['silence']>,
  consultationStatuses: {
    asking: '正在征求意见。',
    settled: '各部门都已有结果。',
    closed: '这件事已经作出决定或者撤回，不再接受答复。',
  } satisfies ByKind<FindConsultationReply['status']>,
  eachDepartment: '各部门的答复',
  publication: '决定的公开',
  confidential: '不宜公开的内容',
  confidentialLead:
    '准予许可的决定向社会公开（行政许可法 40）。决定中涉及商业秘密或者个人隐私的内容，可以声明并写明理由；是否公开由作出决定的机关认定（政府信息公开条例 15、32），结果在这里告知。',
  nothingMarked: '没有声明不宜公开的内容。',
  everyItem: '全部事项',
  markedByApplicant: '申请人声明不宜公开',
  withheld: '不予公开',
  nothingWithheld: '全部公开。',
  publishedAllTheSame: '仍予公开',
  parties: '利害关系人和陈述申辩',
  noParties: '还没有列入利害关系人。',
  namedBy: { agency: '由本机关列入', self: '由其本人提出' } satisfies ByKind<
    FindInterestedPartiesReply['parties'][number]['namedBy']
  >,
  told: (when: string, how: string) => `已于 ${when} 书面告知（${how}）`,
  toldOfHearing: '同时告知要求听证的权利',
  stateBy: '陈述申辩期限',
  declined: '认定不具有重大利益关系',
  statementsOfApplicant: '申请人的陈述申辩',
  ofApplicant: '（申请人）',
  statementKinds: { statement: '陈述申辩', waiver: '放弃陈述申辩' } satisfies ByKind<
    FindInterestedPartiesReply['statements'][number]['kind']
  >,
  waived: '表示放弃陈述申辩',
  files: '文件',
  paperFile: '下载 PDF',
  serviceRecord: '送达回证',
  downloaded: (title: string) => `已下载：${title}`,
  corrects: '更正',
  paperKinds: {
    'correction-notice': '补正告知书',
    'acceptance-receipt': '受理通知书',
    'non-acceptance-notice': '不予受理决定书',
    'special-procedure-notice': '特别程序告知书',
    'term-extension-notice': '延长期限告知书',
    decision: '决定书',
    licence: '证照',
  } satisfies ByKind<IssuedPaper['kind']>,
  reportsTo: '初审后报送决定的机关',
  transferredUp: '已报送上级机关决定',
  firstReviewBy: '初审期限',
  plan: '“一件事”的各个节点',
  wholeCase: '整个办件',
  tasks: '承办',
};
export type CaseFileWords = typeof zhCaseFile;
