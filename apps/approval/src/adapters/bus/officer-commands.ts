import { answers, type Answering } from '@onewindow/bus';
import {
  AssignTaskV1,
  AuthoriseOfficerV1,
  ClaimTasksV1,
  ClaimTaskV1,
  CompleteStagesV1,
  DeclareRelationV1,
  FindWorkTransferV1,
  HandOverWorkV1,
  ListOfficersV1,
  ListTasksV1,
  MarkGreenLaneV1,
  PublishOfficerV1,
  RecordLeaveV1,
  ReleaseTaskV1,
  RevokeAuthorisationV1,
  type DeclareRelationRequest,
  type TaskResult,
} from '@onewindow/contracts';
import type { LegalDate } from '@onewindow/kernel';
import type { KindOfAct } from '../../domain/officers/authorisation.js';
import type { OfficeRole, RelatedParty } from '../../domain/officers/officer.js';
import type { TaskDone } from '../../use-cases/act-on-many.js';
import type { ApprovalUseCases } from '../../use-cases/approval-use-cases.js';
import type { TaskViews } from '../../views/task-views.js';

/** What approval answers about officers and their tasks. Which acts there are the domain says. */
export const officerCommands = (
  approval: ApprovalUseCases,
  tasks: TaskViews,
): readonly Answering[] => [
  answers(PublishOfficerV1, ({ competences, roles, ...request }, asking) =>
    approval.publishOfficer(
      {
        ...request,
        ...(roles && { roles: roles as OfficeRole[] }),
        competences: competences.map(({ items, acts, since }) => ({
          ...(items && { items }),
          acts: acts as KindOfAct[],
          since: since as LegalDate,
        })),
      },
      asking,
    ),
  ),
  answers(AuthoriseOfficerV1, ({ acts, from, until, ...request }, asking) =>
    approval.authoriseOfficer(
      {
        ...request,
        acts: acts as KindOfAct[],
        from: from as LegalDate,
        until: until as LegalDate,
      },
      asking,
    ),
  ),
  answers(RevokeAuthorisationV1, (request, asking) =>
    approval.revokeAuthorisation(request, asking),
  ),
  answers(RecordLeaveV1, ({ from, until, ...request }, asking) =>
    approval.recordLeave(
      { ...request, from: from as LegalDate, until: until as LegalDate },
      asking,
    ),
  ),
  answers(DeclareRelationV1, ({ account, reason, until, ...party }, asking) =>
    approval.declareRelation(
      {
        account,
        reason,
        with: partyOf(party),
        ...(until !== undefined && { until: until as LegalDate }),
      },
      asking,
    ),
  ),
  answers(ClaimTaskV1, (request, asking) => approval.claimTask(request, asking)),
  answers(ClaimTasksV1, async (request, asking) => ({
    results: (await approval.claimTasks(request, asking)).map(taskResult),
  })),
  answers(CompleteStagesV1, async (request, asking) => ({
    results: (await approval.completeStages(request, asking)).map(taskResult),
  })),
  answers(ReleaseTaskV1, (request, asking) => approval.releaseTask(request, asking)),
  answers(AssignTaskV1, (request, asking) => approval.assignTask(request, asking)),
  answers(MarkGreenLaneV1, ({ internalDue, ...request }, asking) =>
    approval.markGreenLane(
      { ...request, ...(internalDue !== undefined && { internalDue: internalDue as LegalDate }) },
      asking,
    ),
  ),
  answers(HandOverWorkV1, (request, asking) => approval.handOverWork(request, asking)),
  answers(ListTasksV1, (request, { actor }) => tasks.list(request, actor)),
  answers(ListOfficersV1, (request, { actor }) => tasks.officers(request, actor)),
  answers(FindWorkTransferV1, (request, { actor }) => tasks.transfer(request, actor)),
];

/** The refusal of one task, with both languages beside each other as everywhere in replies. */
const taskResult = ({ task, refusal, decisionNumber }: TaskDone): TaskResult => ({
  caseNumber: task.caseNumber,
  item: task.item,
  stage: task.stage,
  done: refusal === undefined,
  ...(refusal && {
    refusal: {
      code: refusal.code,
      ...refusal.message,
      unmet: refusal.unmet.map(({ rule, path, source, message }) => ({
        rule,
        ...(path !== undefined && { path }),
        ...message,
        ...(source !== undefined && { source }),
      })),
    },
  }),
  ...(decisionNumber !== undefined && { decisionNumber }),
});

const partyOf = ({
  creditCode,
  personName = '',
  personAccount,
}: Pick<DeclareRelationRequest, 'creditCode' | 'personName' | 'personAccount'>): RelatedParty =>
  creditCode === undefined
    ? {
        kind: 'person',
        name: personName,
        ...(personAccount !== undefined && { account: personAccount }),
      }
    : { kind: 'organisation', creditCode };
