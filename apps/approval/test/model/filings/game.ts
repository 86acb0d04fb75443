import { randomUUID } from 'node:crypto';
import {
  ApplicationAcceptedV1,
  CalendarPublishedV1,
  PaperServedV1,
  type ApplicationAcceptedPayload,
} from '@onewindow/contracts';
import { withCause } from '@onewindow/journal';
import { addDays, endOfDay, legalDateAt, type Instant } from '@onewindow/kernel';
import { anOfficer } from '../../fixtures.js';
import type { ApprovalProcess, Told } from '../walk/a-process.js';
import { applicationOf, caseNumberOf, itemToldOf } from '../walk/accepted.js';
import { answerOf, sendTo, type Command } from '../walk/answer.js';
import { noticeOf, OF_2026, toldNotice } from '../walk/calendar.js';
import { commandsBy, IN_FAVOUR, judgment } from '../walk/commands.js';
import type { Answer, Game } from '../walk/game.js';
import type { Office } from '../walk/office.js';
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
  endsOf,
  openedFiling,
  timePasses,
  type Act,
  type Bound,
  type Content,
  type FilingsModel,
} from './filings-model.js';
import { knownOf, type Known } from './known.js';
import { expectedOf, observed, type Observed } from './observed.js';
import { acted } from './what-happens.js';

interface Sent extends Bound {
  readonly key: string;
  /** Of news: as which message it came. */
  readonly message: Told;
  readonly application?: ApplicationAcceptedPayload;
  /** What the path knows by a name or a number, as the service knows it. */
  readonly known: Known;
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

  async send(of: FilingsModel, tried: Attempt): Promise<Sent> {
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
    const known = await knownOf(this.office.pool, `${caseNumber}:${this.item}`);
    const sent = { key, message, known, ...attempted };
    if (act.type === 'calendar') {
      return { ...sent, notice: noticeOf(of.calendar, act.days, this.office.nextEdition()) };
    }
    if (act.type !== 'file') return sent;
    return { ...sent, application: filed(this.item, caseNumber, act.acceptedAt) };
  }

  perform(process: ApprovalProcess, sent: Sent): Promise<Answer> {
    const { application, notice, message, key, actor, act } = sent;
    if (application !== undefined) {
      return answerOf(process.hear(ApplicationAcceptedV1, application, message));
    }
    if (notice !== undefined) {
      return answerOf(process.hear(CalendarPublishedV1, toldNotice(notice), message));
    }
    if (act.type === 'serve') {
      return answerOf(process.hear(PaperServedV1, this.servedBy(sent, act), message));
    }
    return sendTo(process, key, actor, this.commandOf(process, sent));
  }

  /** What follows by itself from a step has followed. */
  async seen(): Promise<Observed> {
    await this.office.settled();
    const calendar = await this.office.process(0).calendarInForce();
    return observed(this.office.pool, { item: this.item, calendar });
  }

  end(of: FilingsModel, which: number): Instant {
    const days = endsOf(of);
    return endOfDay(days[which % days.length] ?? legalDateAt(of.now));
  }

  name({ act }: Sent): string {
    return act.type;
  }

  /** What intake tells of a paper that was handed to the applicant. */
  private servedBy(
    { caseNumber, known: { applicationId, decisions } }: Sent,
    { before, servedAt }: Extract<Act, { type: 'serve' }>,
  ) {
    const decision = decisions.at(-1 - before) ?? 'never made';
    const track = { applicationId, caseNumber, item: this.item };
    return { ...track, decision, paper: decision, servedAt, how: 'window' };
  }

  private commandOf(
    { approval, quotas }: ApprovalProcess,
    { key, act, caseNumber, actor, known }: Sent,
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
      case 'name':
        return command(
          { ...track, name: act.name, interest: '相邻' },
          approval.nameInterestedParty,
        );
      case 'tell': {
        const partyId = known.parties[act.party] ?? randomUUID();
        const { servedOn } = act;
        const service = { method: 'window' as const, receivedBy: '本人', servedOn, hearing: true };
        return command({ ...track, partyId, ...service }, approval.tellInterestedParty);
      }
      case 'dismiss': {
        const partyId = known.parties[act.party] ?? randomUUID();
        const reason = act.reason ? '不相邻' : ' ';
        return command({ ...track, partyId, reason }, approval.declineInterestedParty);
      }
      case 'state': {
        const { kind, party } = act;
        const of = party !== undefined && { partyId: known.parties[party] ?? randomUUID() };
        return command({ ...track, ...of, kind, text: '影响采光' }, approval.recordStatement);
      }
      case 'file':
      case 'serve':
      case 'calendar':
        throw new TypeError('intake tells of it');
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
  runs: 8,
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
        calendar: OF_2026,
        limit: plan.limit,
        filings: opened.map(({ caseNumber, acceptedAt: at }) => openedFiling(caseNumber, at)),
      },
    };
  },
};
