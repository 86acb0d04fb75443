import type { ApprovalProcess } from '../walk/a-process.js';
import type { Command } from '../walk/answer.js';
import { A_TEST, commandsBy, IN_FAVOUR, judgment, TEST_PASSED } from '../walk/commands.js';
import type { Bound, Outcome } from './upward-model.js';

export interface Sent extends Bound {
  /** Of the procedure that is ended. */
  readonly procedureId?: string;
}

/** Always the same of an outcome, so that what is signed is what was drafted. */
const contentOf = (outcome: Outcome) => ({ outcome, reasons: ['理由'], legalBasis: ['依据'] });

/** As the gateway sends it. */
export function commandOf(
  { approval }: ApprovalProcess,
  { key, act, actor, procedureId = '' }: Sent,
  track: { readonly caseNumber: string; readonly item: string },
): Command {
  const command = commandsBy(actor);
  switch (act.type) {
    case 'complete':
      return command({ ...track, stage: act.stage, outcome: '同意' }, approval.completeStage);
    case 'report': {
      const grounds = act.grounds ? IN_FAVOUR.grounds : [' '];
      return command({ ...track, ...IN_FAVOUR, grounds }, approval.transferTrack);
    }
    case 'return': {
      const { stage, to } = act;
      return command({ ...track, stage, to, reason: '须补充' }, approval.returnStage);
    }
    case 'opinion':
      return command({ ...track, ...IN_FAVOUR }, approval.recordOpinion);
    case 'draft':
      return command({ ...track, ...contentOf(act.outcome) }, approval.draftDecision);
    case 'review-draft': {
      const { outcome, result } = act;
      const hash = JSON.stringify({ ...contentOf(outcome), conditions: [] });
      return command({ ...track, hash, result, remarks: ['请核对'] }, approval.reviewDraft);
    }
    case 'decide':
      return command({ ...track, ...contentOf(act.outcome) }, approval.decideTrack);
    case 'start-procedure':
      return command({ ...track, ...A_TEST }, approval.startSpecialProcedure);
    case 'end-procedure':
      return command({ ...track, procedureId, ...TEST_PASSED }, approval.endSpecialProcedure);
    case 'extend':
      return command({ ...track, days: act.days, reason: '需专家论证' }, approval.extendTerm);
    case 'withdraw': {
      const { caseNumber, item } = track;
      return command({ caseNumber, items: [item], reason: '方案取消' }, approval.withdrawTrack);
    }
    case 'reopen':
      return command({ ...track, ...judgment(key, act.on) }, approval.reopenTrack);
    case 'relate': {
      const party = { kind: 'organisation' as const, creditCode: CREDIT_CODE };
      const { account } = act;
      return command({ account, with: party, reason: '近亲属' }, approval.declareRelation);
    }
  }
}

export const CREDIT_CODE = '91371500MA9YXW1T5X';
