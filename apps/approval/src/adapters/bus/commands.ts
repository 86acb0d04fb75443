import { answers, type Answering } from '@onewindow/bus';
import {
  ArrangeInspectionV1,
  ConsultDepartmentsV1,
  CompleteStageV1,
  DecideTrackV1,
  DraftDecisionV1,
  EndSpecialProcedureV1,
  ExplainCaseDateV1,
  ExplainDelayV1,
  ExtendJointTermV1,
  ExtendTermV1,
  FindCaseV1,
  FindConsultationV1,
  FindProcessV1,
  FollowCaseV1,
  GiveDepartmentOpinionV1,
  FindInterestedPartiesV1,
  NameInterestedPartyV1,
  TellInterestedPartyV1,
  DeclineInterestedPartyV1,
  RecordStatementV1,
  ListCasesV1,
  ListConsultationsV1,
  ListProcessesV1,
  ProtectDecisionV1,
  PublishProcessV1,
  RecordAnswersV1,
  RecordChecklistV1,
  RecordLicenceUseV1,
  RecordNodeV1,
  RecordOpinionV1,
  ReopenTrackV1,
  ReviewDecisionDraftV1,
  ReturnStageV1,
  SignChecklistV1,
  StartSpecialProcedureV1,
  TransferTrackV1,
  VerifyLicenceV1,
  WithdrawTrackV1,
} from '@onewindow/contracts';
import { instantOf, type LegalDate } from '@onewindow/kernel';
import type { ApprovalUseCases } from '../../use-cases/approval-use-cases.js';
import { publishingOf } from './published-process.js';
import type { ApprovalViews } from '../../views/approval-views.js';
import type { ProcessViews } from '../../views/process-views.js';
import type { Following } from '../../views/following.js';
import type { OpinionViews } from '../../views/opinion-views.js';

/** What approval answers. */
export const commands = (
  approval: ApprovalUseCases,
  views: ApprovalViews,
  following: Following,
  opinions: OpinionViews,
  processes: ProcessViews,
): readonly Answering[] => [
  answers(StartSpecialProcedureV1, (request, asking) =>
    approval.startSpecialProcedure(request, asking),
  ),
  answers(EndSpecialProcedureV1, (request, asking) =>
    approval.endSpecialProcedure(request, asking),
  ),
  answers(ExtendJointTermV1, (request, asking) => approval.extendJointTerm(request, asking)),
  answers(ExtendTermV1, (request, asking) => approval.extendTerm(request, asking)),
  answers(ExplainDelayV1, (request, asking) => approval.explainDelay(request, asking)),
  answers(ArrangeInspectionV1, ({ scheduledAt, ...request }, asking) =>
    approval.arrangeInspection({ ...request, scheduledAt: instantOf(scheduledAt) }, asking),
  ),
  answers(RecordChecklistV1, (request, asking) => approval.recordChecklist(request, asking)),
  answers(SignChecklistV1, (request, asking) => approval.signChecklist(request, asking)),
  answers(RecordLicenceUseV1, ({ usedOn, ...request }, asking) =>
    approval.recordLicenceUse({ ...request, usedOn: usedOn as LegalDate }, asking),
  ),
  answers(NameInterestedPartyV1, (request, asking) =>
    approval.nameInterestedParty(request, asking),
  ),
  answers(TellInterestedPartyV1, ({ servedOn, ...request }, asking) =>
    approval.tellInterestedParty({ ...request, servedOn: servedOn as LegalDate }, asking),
  ),
  answers(DeclineInterestedPartyV1, (request, asking) =>
    approval.declineInterestedParty(request, asking),
  ),
  answers(RecordStatementV1, (request, asking) => approval.recordStatement(request, asking)),
  answers(FindInterestedPartiesV1, (request, { actor }) =>
    opinions.findInterestedParties(request, actor),
  ),
  answers(ConsultDepartmentsV1, async (request, asking) => {
    const { askedAt, requests } = await approval.consultDepartments(request, asking);
    return {
      askedAt,
      requests: requests.map(({ requestId, department, round, answerBy, silence }) => ({
        requestId,
        department,
        round,
        answerBy,
        silence,
      })),
    };
  }),
  answers(GiveDepartmentOpinionV1, (request, asking) =>
    approval.giveDepartmentOpinion(request, asking),
  ),
  answers(FindConsultationV1, (request, { actor }) => opinions.findConsultation(request, actor)),
  answers(ListConsultationsV1, (request, { actor }) => opinions.listConsultations(request, actor)),
  answers(RecordOpinionV1, (request, asking) => approval.recordOpinion(request, asking)),
  answers(DraftDecisionV1, (request, asking) => approval.draftDecision(request, asking)),
  answers(ReviewDecisionDraftV1, (request, asking) => approval.reviewDraft(request, asking)),
  answers(DecideTrackV1, (request, asking) => approval.decideTrack(request, asking)),
  answers(ProtectDecisionV1, (request, asking) => approval.protectDecision(request, asking)),
  answers(ReopenTrackV1, ({ madeOn, effectiveOn, ...request }, asking) =>
    approval.reopenTrack(
      { ...request, madeOn: madeOn as LegalDate, effectiveOn: effectiveOn as LegalDate },
      asking,
    ),
  ),
  answers(PublishProcessV1, async (request, asking) => {
    const { remarks, ...published } = await approval.publishProcess(publishingOf(request), asking);
    return { ...published, ...(remarks.length > 0 && { remarks: [...remarks] }) };
  }),
  answers(FindProcessV1, (request) => processes.findProcess(request)),
  answers(ListProcessesV1, (request) => processes.listProcesses(request)),
  answers(RecordNodeV1, async (request, asking) => {
    const { recordedAt, told } = await approval.recordNode(request, asking);
    return { recordedAt, told: [...told] };
  }),
  answers(CompleteStageV1, (request, asking) => approval.completeStage(request, asking)),
  answers(ReturnStageV1, (request, asking) => approval.returnStage(request, asking)),
  answers(RecordAnswersV1, (request, asking) => approval.recordAnswers(request, asking)),
  answers(TransferTrackV1, (request, asking) => approval.transferTrack(request, asking)),
  answers(WithdrawTrackV1, async (request, asking) => {
    const { withdrawnAt, items } = await approval.withdrawTrack(request, asking);
    return { withdrawnAt, items: [...items] };
  }),
  answers(FindCaseV1, (request, { actor }) => views.findCase(request, actor)),
  answers(ListCasesV1, (request, { actor }) => views.listCases(request, actor)),
  answers(VerifyLicenceV1, (request) => views.verifyLicence(request)),
  answers(FollowCaseV1, (request, { actor }) => following.case(request, actor)),
  answers(ExplainCaseDateV1, (request, { actor }) => following.date(request, actor)),
];
