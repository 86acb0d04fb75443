import { defineRefusals } from '@onewindow/kernel';

/** Every "no" of approval; the codes are stable. */
export const approvalRefusals = defineRefusals({
  'not-the-deciding-agency': {
    kind: 'forbidden',
    zh: '只有该事项的审批机关的相应人员可以办理；请转由该机关办理。',
    en: 'Only officers of the agency that decides this track may do this; pass it on to them.',
  },
  'may-not-act': {
    kind: 'forbidden',
    zh: '您现在不能办理本事项，原因逐项列出如下。',
    en: 'You may not act on this track now; every reason is listed.',
  },
  'not-in-batch': {
    kind: 'unmet',
    zh: '本件不能批量决定，请逐件办理。',
    en: 'This one cannot be decided in a batch; decide it by itself.',
  },
  'transfer-not-possible': {
    kind: 'unmet',
    zh: '现在不能报送上级机关，请先逐项完成下列内容。',
    en: 'The first review cannot be reported yet; meet every point listed first.',
  },
  'task-not-open': {
    kind: 'conflict',
    zh: '该环节现在没有任务，请刷新任务列表。',
    en: 'There is nothing to do at this stage now; refresh the list of tasks.',
  },
  'task-held': {
    kind: 'conflict',
    zh: '该任务已有人承办。',
    en: 'Somebody else has this task already.',
  },
  'officer-not-possible': {
    kind: 'unmet',
    zh: '不能这样登记工作人员，请逐项更正下列内容。',
    en: 'The officer cannot be recorded like this; correct every point listed.',
  },
  'work-transfer-not-found': {
    kind: 'not-found',
    zh: '没有找到该次工作移交。',
    en: 'There is no such transfer of work.',
  },
  'officer-not-found': {
    kind: 'not-found',
    zh: '本机关没有公布这位工作人员，请核对账号。',
    en: 'The agency has published no such officer; check the account.',
  },
  'assignment-not-possible': {
    kind: 'unmet',
    zh: '不能这样指派任务，请逐项更正下列内容。',
    en: 'The task cannot be assigned like this; correct every point listed.',
  },
  'not-an-assigned-inspector': {
    kind: 'forbidden',
    zh: '只有该事项审批机关指派的踏勘人员可以填写和签署检查表。',
    en: 'Only an inspector whom the agency of this item assigned may fill in and sign its checklist.',
  },
  'progress-not-found': {
    kind: 'not-found',
    zh: '没有找到。请核对编号和查询码（印在受理凭证上），或登录后查看。',
    en: 'It was not found; check the number and the query code of the receipt, or sign in.',
  },
  'date-not-set': {
    kind: 'not-found',
    zh: '该事项目前没有这个期限。请在进度中查看现有的期限。',
    en: 'This item has no such date now; the progress shows which it has.',
  },
  'case-not-found': {
    kind: 'not-found',
    zh: '没有找到该办件，请核对办件编号。',
    en: 'There is no such case, or it is not yours to see; check the case number.',
  },
  'track-not-found': {
    kind: 'not-found',
    zh: '该办件没有此事项，请核对办件编号和事项代码。',
    en: 'The case has no track for this item; check the case number and the item.',
  },
  'decision-not-found': {
    kind: 'not-found',
    zh: '该事项没有这一编号的决定，请核对决定编号。',
    en: 'This track has no decision with this number; check the number.',
  },
  'inspection-not-found': {
    kind: 'not-found',
    zh: '没有找到该次踏勘，请从办件页面重新进入。',
    en: 'There is no such inspection; open it again from the page of its case.',
  },
  'handover-not-found': {
    kind: 'not-found',
    zh: '没有找到该项推送。',
    en: 'There is no such handover.',
  },
  'licence-not-found': {
    kind: 'not-found',
    zh: '证照编号与核验码不相符，请按证照上的印刷内容重新输入。',
    en: 'No licence has this number and this code; enter both as they are printed on the licence.',
  },
  'case-number-taken': {
    kind: 'conflict',
    zh: '该办件编号已属于另一项申请，不能立案；请由统一受理核对编号。',
    en: 'This case number belongs to another application; intake has to check its numbers.',
  },
  'special-procedure-not-possible': {
    kind: 'unmet',
    zh: '不能启动或结束特别程序，请逐项更正下列内容。',
    en: 'The special procedure cannot start or end like this; correct every point listed.',
  },
  'extension-not-possible': {
    kind: 'unmet',
    zh: '不能这样延长办理期限，请逐项更正下列内容。',
    en: 'The term cannot be extended like this; correct every point listed.',
  },
  'not-handled-jointly': {
    kind: 'conflict',
    zh: '该办件不是依照行政许可法第二十六条第二款联合办理的，没有联合办理期限可以延长；请按事项延长。',
    en: 'This case is not handled jointly under article 26, so it has no joint term; extend the term of a track instead.',
  },
  'licence-use-not-possible': {
    kind: 'unmet',
    zh: '不能这样登记证照的首次使用，请逐项更正下列内容。',
    en: 'The first use of the licence cannot be recorded like this; correct every point listed.',
  },
  'delay-reason-not-possible': {
    kind: 'unmet',
    zh: '不能这样说明超过承诺时限的理由，请逐项更正下列内容。',
    en: 'The reason for the delay cannot be given like this; correct every point listed.',
  },
  'opinion-not-possible': {
    kind: 'unmet',
    zh: '不能提出审查意见，请逐项更正下列内容。',
    en: 'The opinion cannot be recorded; correct every point listed.',
  },
  'not-consulted': {
    kind: 'not-found',
    zh: '没有就该事项征求本部门意见的记录，请核对办件编号和事项代码。',
    en: 'Your department was not asked about this item; check the case number and the item.',
  },
  'consultation-not-possible': {
    kind: 'unmet',
    zh: '不能这样征求意见，请逐项更正下列内容。',
    en: 'The departments cannot be asked like this; correct every point listed.',
  },
  'department-opinion-not-possible': {
    kind: 'unmet',
    zh: '不能这样答复，请逐项更正下列内容。',
    en: 'The opinion cannot be given like this; correct every point listed.',
  },
  'process-not-publishable': {
    kind: 'unmet',
    zh: '流程定义不能发布，请逐项更正下列内容；原有版本不受影响。',
    en: 'The process cannot be published; correct every point listed. What is in force stays as it is.',
  },
  'process-changed-meanwhile': {
    kind: 'conflict',
    zh: '流程定义已被他人更新，请查看现行版本后再修改。',
    en: 'Somebody else has published the process meanwhile; look at the version in force first.',
  },
  'process-not-found': {
    kind: 'not-found',
    zh: '没有找到该流程定义，请核对事项代码和版本。',
    en: 'There is no such process; check the code of the item and the version.',
  },
  'node-not-found': {
    kind: 'not-found',
    zh: '该办件的计划中没有这个节点，请从办件页面选择。',
    en: 'The plan of this case has no such node; choose one on the page of the case.',
  },
  'not-the-agency-of-the-node': {
    kind: 'forbidden',
    zh: '该结果由负责的部门或者综合窗口登记。',
    en: 'This result is recorded by the department that it is of, or by the window.',
  },
  'not-of-this-case': {
    kind: 'forbidden',
    zh: '只有窗口人员和参与本办件的机关可以登记节点结果。',
    en: 'Only the window and the agencies that take part in this case may record a result.',
  },
  'node-not-recordable': {
    kind: 'unmet',
    zh: '不能这样登记节点结果，请逐项更正下列内容。',
    en: 'The result cannot be recorded like this; correct every point listed.',
  },
  'stage-not-found': {
    kind: 'not-found',
    zh: '该事项的流程没有这个环节，请从办件页面选择。',
    en: 'The process of this track has no such stage; choose one on the page of the case.',
  },
  'stage-not-possible': {
    kind: 'unmet',
    zh: '现在不能这样办理该环节，请逐项更正下列内容。',
    en: 'The stage cannot be done like this now; correct every point listed.',
  },
  'not-the-applicant': {
    kind: 'forbidden',
    zh: '只有申请人可以撤回申请，或者由窗口人员代为登记。',
    en: 'Only the applicant withdraws an item, or the window for an applicant who came in person.',
  },
  'withdrawal-not-possible': {
    kind: 'unmet',
    zh: '不能这样撤回，请逐项更正下列内容。',
    en: 'The withdrawal is not possible like this; correct every point listed.',
  },
  'quota-not-publishable': {
    kind: 'unmet',
    zh: '不能这样公布数量限制，请逐项更正下列内容。',
    en: 'The quota cannot be published like this; correct every point listed.',
  },
  'quota-not-found': {
    kind: 'not-found',
    zh: '该事项没有公布数量限制，请核对事项代码。',
    en: 'No limit of number is published for this item; check its code.',
  },
  'party-not-found': {
    kind: 'not-found',
    zh: '没有找到该利害关系人，请从事项页面选择。',
    en: 'There is no such interested party, or it is not yours to speak for; choose one on the page of the track.',
  },
  'hearing-of-parties-not-possible': {
    kind: 'unmet',
    zh: '不能这样告知或者听取意见，请逐项更正下列内容。',
    en: 'The party cannot be named, told or heard like this; correct every point listed.',
  },
  'reopening-not-possible': {
    kind: 'unmet',
    zh: '不能这样重新办理，请按复议决定书或者判决书逐项更正下列内容。',
    en: 'The track cannot be reopened like this; correct every point listed after the document.',
  },
  'draft-not-possible': {
    kind: 'unmet',
    zh: '决定文稿不能这样拟定或者审核，请逐项更正下列内容。',
    en: 'The draft cannot be written or reviewed like this; correct every point listed.',
  },
  'publication-not-possible': {
    kind: 'unmet',
    zh: '不能这样变更决定的公开内容，请逐项更正下列内容。',
    en: 'What is published of the decision cannot be changed like this; correct every point listed.',
  },
  'decision-not-possible': {
    kind: 'unmet',
    zh: '现在不能作出决定，请先逐项完成下列内容。',
    en: 'The track cannot be decided now; do everything that is listed first.',
  },
  'inspection-not-possible': {
    kind: 'unmet',
    zh: '不能这样安排联合踏勘，请逐项更正下列内容。',
    en: 'The joint inspection cannot be arranged like this; correct every point listed.',
  },
  'checklist-not-acceptable': {
    kind: 'unmet',
    zh: '检查表填写不符合要求，请逐项更正下列内容。',
    en: 'The checklist cannot be taken like this; correct every point listed.',
  },
  'signature-not-possible': {
    kind: 'unmet',
    zh: '现在不能签字，请先完成下列内容。',
    en: 'The checklist cannot be signed now; do what is listed first.',
  },
  'not-the-supervising-department': {
    kind: 'forbidden',
    zh: '只有接收推送的监管部门可以签收。',
    en: 'Only the department that a decision was handed over to may acknowledge it.',
  },
});
