import { randomUUID } from 'node:crypto';
import { ApplicationAcceptedV1 } from '@onewindow/contracts';
import { withCause } from '@onewindow/journal';
import { endOfDay, type Instant } from '@onewindow/kernel';
import type { ProcessDefinition } from '../../../src/domain/process/definition.js';
import { anOfficer } from '../../fixtures.js';
import type { ApprovalProcess } from '../walk/a-process.js';
import { sendTo, type Command } from '../walk/answer.js';
import { commandsBy, IN_FAVOUR, judgment } from '../walk/commands.js';
import type { Game } from '../walk/game.js';
import type { Office } from '../walk/office.js';
import { stepsOf } from '../walk/steps.js';
import type { Walk } from '../walk/walked.js';
import { attempt, bound, type Attempt } from './attempts.js';
import { expectedOf, observed, type Observed } from './observed.js';
import { itemOf, stagesPlan, toldOf, type PlannedTrack, type StagesPlan } from './planned.js';
import { activeOf, dueOn, stageDueOn, type Bound, type StagesModel } from './stages-model.js';
import { acted, openedCase, timePasses } from './what-happens.js';

interface Sent extends Bound {
  readonly key: string;
}

/** Cases under random definitions, with what comes before what. */
export interface StagesParts {
  readonly of: StagesModel;
  readonly attempt: Attempt;
  readonly sent: Sent;
  readonly seen: Observed;
}

class StagesGame implements Game<StagesParts> {
  readonly acted = acted;
  readonly timePasses = timePasses;
  readonly expected = expectedOf;

  constructor(
    private readonly office: Office,
    private readonly application: ReturnType<typeof toldOf>,
  ) {}

  send(of: StagesModel, tried: Attempt): Sent {
    return { key: randomUUID(), ...bound(of, tried) };
  }

  perform(process: ApprovalProcess, sent: Sent) {
    const { caseNumber } = this.application;
    return sendTo(process, sent.key, sent.actor, commandOf(process, caseNumber, sent));
  }

  /** What follows by itself from a step has followed. */
  async seen(): Promise<Observed> {
    await this.office.settled();
    return observed(this.office.pool, this.application);
  }

  end({ tracks }: StagesModel, which: number): Instant {
    const days = tracks.flatMap((track) => [
      ...activeOf(track).flatMap((stage) => stageDueOn(track, stage) ?? []),
      dueOn(track),
    ]);
    return endOfDay(days[which % days.length]!);
  }

  name({ act }: Sent): string {
    return act.type;
  }
}

function commandOf(
  { approval }: ApprovalProcess,
  caseNumber: string,
  { key, act, item, actor }: Sent,
): Command {
  const track = { caseNumber, item };
  const command = commandsBy(actor);

  switch (act.type) {
    case 'opinion':
      return command({ ...track, ...IN_FAVOUR }, approval.recordOpinion);
    case 'complete':
      return command({ ...track, stage: act.stage, outcome: '同意' }, approval.completeStage);
    case 'return': {
      const { stage, to } = act;
      return command({ ...track, stage, to, reason: '须补充' }, approval.returnStage);
    }
    case 'answer':
      return command(
        { ...track, answers: act.answers, evidence: '设计图' },
        approval.recordAnswers,
      );
    case 'record': {
      const { node, outcome } = act;
      return command({ caseNumber, node, outcome, evidence: '文号 1' }, approval.recordNode);
    }
    case 'decide':
      return command(
        { ...track, outcome: act.outcome, reasons: ['理由'], legalBasis: ['行政许可法 38'] },
        approval.decideTrack,
      );
    case 'withdraw':
      return command({ caseNumber, items: [item], reason: '方案取消' }, approval.withdrawTrack);
    case 'reopen':
      return command({ ...track, ...judgment(key, act.on) }, approval.reopenTrack);
    case 'publish':
      return command({ code: item, definition: anotherOne(act.wrong) }, approval.publishProcess);
  }
}

const definitionOf = ({ stages, returns }: PlannedTrack): ProcessDefinition => ({
  name: '流程',
  within: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  stages: stages.map((stage) => ({ ...stage, name: stage.code })),
  returns,
});

/** What somebody publishes while cases run; a wrong one has a stage that leads nowhere. */
const anotherOne = (wrong: boolean): ProcessDefinition =>
  definitionOf({
    agency: '',
    stages: [
      { code: 'look', kind: 'check', role: 'approver', after: [] },
      ...(wrong
        ? [{ code: 'dead', kind: 'check', role: 'approver', after: ['look'] } as const]
        : []),
      { code: 'decision', kind: 'decision', role: 'agency-head', after: ['look'] },
    ],
    returns: [],
  });

export const stages: Walk<StagesParts, StagesPlan> = {
  model: 'stages',
  runs: 5,
  longest: 30,
  plan: stagesPlan,
  steps: stepsOf<StagesParts>(attempt),
  async begin(office, plan) {
    await office.beginAt(plan.acceptedAt);
    const serial = office.next();
    const actor = anOfficer('admin', 'centre', 'administrator');
    for (const [index, track] of plan.tracks.entries()) {
      const request = { code: itemOf(serial, index), definition: definitionOf(track) };
      await withCause({ id: `publish:${request.code}`, actor }, () =>
        office.process(0).approval.publishProcess(request, { actor }),
      );
    }
    const application = toldOf(plan, serial);
    await office.hear(0, ApplicationAcceptedV1, application);
    const items = plan.tracks.map((_, index) => itemOf(serial, index));
    return {
      board: { office, game: new StagesGame(office, application) },
      of: openedCase(plan, items),
    };
  },
};
