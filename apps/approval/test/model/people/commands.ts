import { each as eachTold, type Command } from '../walk/answer.js';
import { commandsBy, IN_FAVOUR, judgment } from '../walk/commands.js';
import type { ApprovalProcess } from '../walk/a-process.js';
import type { Bound, PeopleModel } from './people-model.js';
import { publicationOf } from './posts.js';

export interface Sent extends Bound {
  /** Of the authority that is revoked. */
  readonly authorisationId?: string;
}

const REASON = '工作需要';
const REASONED = { reasons: ['理由'], legalBasis: ['依据'] };

/** As the gateway sends it. */
export function commandOf(
  { approval }: ApprovalProcess,
  { key, act, caseNumber, stage, actor, authorisationId = '' }: Sent,
  { agency, items }: Pick<PeopleModel, 'agency'> & { readonly items: ReadonlyMap<string, string> },
): Command {
  const itemOf = (of: string) => ({ caseNumber: of, item: items.get(of)! });
  const track = itemOf(caseNumber);
  const task = { ...track, stage };
  const reason = REASON;
  const command = commandsBy(actor);
  switch (act.type) {
    case 'opinion':
      return command({ ...track, ...IN_FAVOUR }, approval.recordOpinion);
    case 'decide':
      return command({ ...track, outcome: act.outcome, ...REASONED }, approval.decideTrack);
    case 'claim':
      return command(task, approval.claimTask);
    case 'release':
      return command({ ...task, reason }, approval.releaseTask);
    case 'assign':
      return command({ ...task, officer: act.to, reason }, approval.assignTask);
    case 'reopen':
      return command({ ...track, ...judgment(key, act.on) }, approval.reopenTrack);
    case 'claim-many': {
      const { to } = act;
      const tasks = act.tasks.map((each) => ({ ...each, ...itemOf(each.caseNumber) }));
      const assignTo = to === undefined ? {} : { assignTo: { officer: to, reason } };
      return command({ tasks, ...assignTo }, approval.claimTasks);
    }
    case 'complete-many': {
      const stages = act.tasks.map((each) => ({ ...each, ...itemOf(each.caseNumber) }));
      const { reasons: grounds, legalBasis } = REASONED;
      return command({ stages, outcome: '同意', grounds, legalBasis }, approval.completeStages);
    }
    case 'leave': {
      const { account, from, until } = act;
      return command({ account, from, until, reason }, approval.recordLeave);
    }
    case 'authorise': {
      const { type: _, ...request } = act;
      return command({ ...request, documentNumber: key }, approval.authoriseOfficer);
    }
    case 'revoke':
      return command({ account: act.account, authorisationId }, approval.revokeAuthorisation);
    case 'relate': {
      const party = { kind: 'organisation' as const, creditCode: act.applicant };
      return command({ account: act.account, with: party, reason }, approval.declareRelation);
    }
    case 'hand-over': {
      const { account, to } = act;
      return command({ account, reason, ...(to !== undefined && { to }) }, approval.handOverWork);
    }
    case 'retire': {
      const { account, competence } = act;
      return command(
        { ...publicationOf({ account, agency, competence }), left: true },
        approval.publishOfficer,
      );
    }
    case 'appoint': {
      const { type: _, ...post } = act;
      return command(publicationOf({ agency, ...post }), approval.publishOfficer);
    }
  }
}

/** Of many what became of each, else that it is done. */
export const meaningOf = ({ act: { type } }: Bound) =>
  type === 'claim-many' || type === 'complete-many' ? eachTold : undefined;
