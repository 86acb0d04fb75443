import { randomUUID } from 'node:crypto';
import { ApplicationAcceptedV1, type ApplicationAcceptedPayload } from '@onewindow/contracts';
import { withCause } from '@onewindow/journal';
import { addDays, endOfDay, legalDateAt, type Instant } from '@onewindow/kernel';
import { anOfficer } from '../../fixtures.js';
import type { ApprovalProcess, Told } from '../walk/a-process.js';
import { applicationOf, caseNumberOf, itemToldOf } from '../walk/accepted.js';
import { answerOf, sendTo, type Command } from '../walk/answer.js';
import { commandsBy, IN_FAVOUR, judgment } from '../walk/commands.js';
import type { Answer, Game } from '../walk/game.js';
import type { Office } from '../walk/office.js';
import { REGION } from '../walk/officials.js';
import { stepsOf } from '../walk/steps.js';
import type { Walk } from '../walk/walked.js';
import {
  acceptedAt,
  attempt,
  bound,
  filingsPlan,
  startOf,
  type Attempt,
  type FilingsPlan,
} from './attempts.js';
import {
  answerBy,
  openedFiling,
  timePasses,
  type Bound,
  type Content,
  type FilingsModel,
} from './filings-model.js';
import { expectedOf, observed, type Observed } from './observed.js';
import { acted } from './what-happens.js';

interface Sent extends Bound {
  readonly key: string;
  /** Of news: as which message it came. */
  readonly message: Told;
  readonly application?: ApplicationAcceptedPayload;
}

/** Filings under a quota, drafts, and departments that are asked. */
export interface FilingsParts {
  readonly of: FilingsModel;
  readonly attempt: Attempt;
  readonly sent: Sent;
  readonly seen: Observed;
}

class FilingsGame implements Game<FilingsParts> {
  readonly acted = acted;
  readonly timePasses = timePasses;
  readonly expected = expectedOf;

  constructor(
    private readonly office: Office,
    private readonly plan: FilingsPlan,
    private readonly item: string,
  ) {}

  send(of: FilingsModel, tried: Attempt): Sent {
    const key = randomUUID();
    const attempted = bound(of, tried, (hours) => {
      const at = acceptedAt(this.plan, hours);
      return {
        caseNumber: caseNumberOf(this.office.next()),
        acceptedAt: at < of.now ? at : of.now,
      };
    });
    const { act, caseNumber } = attempted;
    const message = this.office.newMessage();
    if (act.type !== 'file') return { key, message, ...attempted };
    const application = filed(this.item, caseNumber, act.acceptedAt);
    return { key, message, ...attempted, application };
  }

  perform(process: ApprovalProcess, sent: Sent): Promise<Answer> {
    const { application, message, key, actor } = sent;
    if (application !== undefined) {
      return answerOf(process.hear(ApplicationAcceptedV1, application, message));
    }
    return sendTo(process, key, actor, this.commandOf(process, sent));
  }

  /** What follows by itself from a step has followed. */
  async seen(): Promise<Observed> {
    await this.office.settled();
    return observed(this.office.pool, this.item, `${REGION}:${this.item}`);
  }

  end({ filings, now }: FilingsModel, which: number): Instant {
    const days = filings.flatMap(({ asked }) => asked.map(answerBy));
    return endOfDay(days[which % days.length] ?? legalDateAt(now));
  }

  name({ act }: Sent): string {
    return act.type;
  }

  private commandOf(
    { approval, quotas }: ApprovalProcess,
    { key, act, caseNumber, actor }: Sent,
  ): Command {
    const track = { caseNumber, item: this.item };
    const command = commandsBy(actor);
    switch (act.type) {
      case 'opinion':
        return command({ ...track, ...IN_FAVOUR }, approval.recordOpinion);
      case 'draft':
        return command({ ...track, ...textOf(act.content) }, approval.draftDecision);
      case 'check': {
        const hash = JSON.stringify({ ...textOf(act.content), conditions: [] });
        const { result } = act;
        return command({ ...track, result, remarks: ['意见'], hash }, approval.reviewDraft);
      }
      case 'decide':
        return command({ ...track, ...textOf(act.content) }, approval.decideTrack);
      case 'withdraw':
        return command({ caseNumber, items: [this.item], reason: '取消' }, approval.withdrawTrack);
      case 'ask': {
        const { departments } = act;
        const reason = act.reason && { reason: '情况有变' };
        return command(
          { ...track, departments, question: '是否同意', ...reason },
          approval.consultDepartments,
        );
      }
      case 'answer':
        return command(
          {
            ...track,
            position: act.position,
            conditions: [],
            reasons: ['理由'],
            legalBasis: ['依据'],
          },
          approval.giveDepartmentOpinion,
        );
      case 'reopen':
        return command({ ...track, ...judgment(key, act.on) }, approval.reopenTrack);
      case 'limit':
        quotas.changed();
        return command(
          { item: this.item, ...periodOf(this.plan, act.limit) },
          approval.publishQuota,
        );
      case 'file':
        throw new TypeError('a filing is told of');
    }
  }
}

const textOf = ({ outcome, reasons }: Content) => ({
  outcome,
  reasons: reasons ? ['理由'] : [],
  legalBasis: ['行政许可法 38'],
});

const periodOf = ({ begins }: FilingsPlan, limit: number) => ({
  from: addDays(legalDateAt(begins), 1),
  until: addDays(legalDateAt(begins), 200),
  limit,
  documentNumber: '海政发〔2026〕12号',
});

const filed = (item: string, caseNumber: string, acceptedAt: Instant) =>
  applicationOf({ caseNumber, acceptedAt, items: [itemToldOf(item, 'bureau')] });

export const filings: Walk<FilingsParts, FilingsPlan> = {
  model: 'filings',
  runs: 4,
  longest: 30,
  plan: filingsPlan,
  steps: stepsOf<FilingsParts>(attempt),
  async begin(office, plan) {
    await office.beginAt(plan.begins);
    const item = `limited-${String(office.next())}`;
    const actor = anOfficer('admin', 'centre', 'administrator');
    const request = { item, ...periodOf(plan, plan.limit) };
    await withCause({ id: `publish:${item}`, actor }, () =>
      office.process(0).approval.publishQuota(request, { actor }),
    );
    await office.beginAt(startOf(plan));
    const opened = plan.hours.map((hours) => ({
      caseNumber: caseNumberOf(office.next()),
      acceptedAt: acceptedAt(plan, hours),
    }));
    for (const { caseNumber, acceptedAt: at } of opened) {
      await office.hear(0, ApplicationAcceptedV1, filed(item, caseNumber, at));
    }
    return {
      board: { office, game: new FilingsGame(office, plan, item) },
      of: {
        now: startOf(plan),
        quotaFrom: periodOf(plan, plan.limit).from,
        limit: plan.limit,
        filings: opened.map(({ caseNumber, acceptedAt: at }) => openedFiling(caseNumber, at)),
      },
    };
  },
};
