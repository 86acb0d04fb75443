import { CalendarPublishedV1 } from '@onewindow/contracts';
import type { ApprovalProcess, Told } from '../walk/a-process.js';
import { answerOf, type Command } from '../walk/answer.js';
import { toldNotice } from '../walk/calendar.js';
import { A_TEST, commandsBy, TEST_PASSED } from '../walk/commands.js';
import type { Answer } from '../walk/game.js';
import type { Bound } from './case-model.js';

/** An attempt on its way: under this key it is sent again and again, and with this request. */
export interface Sent {
  readonly key: string;
  readonly caseNumber: string;
  readonly attempt: Bound;
  /** The id of the procedure that is to be ended. */
  readonly procedureId: string;
  /** Of a calendar: as which message it came. */
  readonly message: Told;
}

/** Sends it to a process of approval and says what came of it; anything but a refusal is thrown. */
export const perform = (process: ApprovalProcess, sent: Sent): Promise<Answer> =>
  answerOf(performed(process, sent));

function performed(process: ApprovalProcess, sent: Sent): Promise<unknown> {
  const { act, notice } = sent.attempt;
  if (act.type === 'visit') return visit(process, sent);
  if (notice === undefined) return single(process, sent);
  return process.hear(CalendarPublishedV1, toldNotice(notice), sent.message);
}

function single(process: ApprovalProcess, sent: Sent): Promise<unknown> {
  const { key, attempt } = sent;
  const { actor } = attempt;
  const { request, run } = commandOf(process, sent);
  return process.answer({ key, request, actor }, run);
}

function commandOf({ approval }: ApprovalProcess, sent: Sent): Command {
  const { caseNumber, procedureId, attempt } = sent;
  const { act, item, actor } = attempt;
  const track = { caseNumber, item };
  const command = commandsBy(actor);

  switch (act.type) {
    case 'review':
      return command(
        { ...track, recommendation: act.recommendation, grounds: ['材料齐全'] },
        approval.recordOpinion,
      );
    case 'decide':
      return command(
        {
          ...track,
          outcome: act.outcome,
          reasons: act.reasons ? ['理由'] : [],
          legalBasis: act.basis ? ['行政许可法 38'] : [],
          ...(act.delayReason && { delayReason: '设备检修' }),
        },
        approval.decideTrack,
      );
    case 'start-procedure':
      return command({ ...track, ...A_TEST }, approval.startSpecialProcedure);
    case 'end-procedure':
      return command({ ...track, procedureId, ...TEST_PASSED }, approval.endSpecialProcedure);
    case 'extend':
      return command({ ...track, days: act.days, reason: '需专家论证' }, approval.extendTerm);
    case 'explain-delay':
      return command({ ...track, reason: '设备检修' }, approval.explainDelay);
    case 'withdraw':
      return command({ caseNumber, items: [item], reason: '方案取消' }, approval.withdrawTrack);
    case 'extend-joint':
      return command({ caseNumber, days: act.days, reason: '联合论证' }, approval.extendJointTerm);
    case 'visit':
    case 'calendar':
      throw new TypeError('a visit is several commands, a calendar none');
  }
}

/** The whole visit: arranged, the checklist filled in, and signed by both inspectors. */
async function visit(process: ApprovalProcess, { key, caseNumber, attempt }: Sent): Promise<void> {
  const { approval } = process;
  const { act, item, agency, actor, inspectors } = attempt;
  const isMet = act.type === 'visit' && act.met;
  const arrangement = {
    caseNumber,
    items: [item],
    scheduledAt: SCHEDULED,
    inspectors: inspectors.map(({ id, name }) => ({ inspector: id, name, agency })),
    checklists: [{ item, points: [{ point: 'exit', requirement: '出口畅通' }] }],
  };
  const { inspectionId } = await process.answer(
    { key: `${key}/arrange`, request: arrangement, actor },
    () => approval.arrangeInspection(arrangement, { actor }),
  );
  const findings = [
    isMet
      ? { point: 'exit', result: 'met' as const }
      : { point: 'exit', result: 'not-met' as const, remark: '堵塞' },
  ];
  const checklist = { inspectionId, item, findings };
  await process.answer({ key: `${key}/record`, request: checklist, actor: inspectors[0] }, () =>
    approval.recordChecklist(checklist, { actor: inspectors[0] }),
  );
  for (const inspector of inspectors) {
    const signing = { inspectionId, item };
    await process.answer(
      { key: `${key}/sign/${inspector.id}`, request: signing, actor: inspector },
      () => approval.signChecklist(signing, { actor: inspector }),
    );
  }
}

const SCHEDULED = '2026-06-01T02:00:00.000Z' as Parameters<
  ApprovalProcess['approval']['arrangeInspection']
>[0]['scheduledAt'];
