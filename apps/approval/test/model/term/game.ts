import { randomUUID } from 'node:crypto';
import { ApplicationAcceptedV1, ResultsDispatchedV1 } from '@onewindow/contracts';
import { endOfDay, instantOf, Refusal, type Instant } from '@onewindow/kernel';
import * as fc from 'fast-check';
import type { ApprovalProcess } from '../walk/a-process.js';
import { noticeOf } from '../walk/calendar.js';
import { count, type Course, type Game } from '../walk/game.js';
import type { Office } from '../walk/office.js';
import { agrees, Does, stepsOf, type Board, type Step } from '../walk/steps.js';
import type { Walk } from '../walk/walked.js';
import { bound, singleAttempt, visitAttempt, type Attempt } from './attempts.js';
import { dueOn, jointDueOn, serveBy, type Bound, type CaseModel } from './case-model.js';
import { casePlan, toldOf, type CasePlan } from './case-plan.js';
import { expectedOf, observed, type Observed } from './observed.js';
import { perform, type Sent } from './perform.js';
import { acted, dispatched, openedCase, timePasses } from './what-happens.js';

/** A case, its terms and what stops them. */
export interface TermParts {
  readonly of: CaseModel;
  readonly attempt: Attempt;
  readonly sent: Sent;
  readonly seen: Observed;
}

class TermGame implements Game<TermParts> {
  readonly acted = (of: CaseModel, { attempt }: Sent) => acted(of, attempt);
  readonly timePasses = timePasses;
  readonly expected = expectedOf;

  constructor(
    private readonly office: Office,
    readonly application: ReturnType<typeof toldOf>,
  ) {}

  async send(of: CaseModel, attempted: Attempt): Promise<Sent> {
    const { caseNumber } = this.application;
    const attempt = this.withNotice(of, bound(of, attempted));
    const message = this.office.newMessage();
    const procedureId = await this.procedure(attempt);
    return { key: randomUUID(), caseNumber, attempt, procedureId, message };
  }

  perform(process: ApprovalProcess, sent: Sent) {
    return perform(process, sent);
  }

  private withNotice({ calendar }: CaseModel, attempt: Bound): Bound {
    const { act } = attempt;
    if (act.type !== 'calendar') return attempt;
    return { ...attempt, notice: noticeOf(calendar, act.days, this.office.nextEdition()) };
  }

  /** Open dates were derived anew where a calendar was published. */
  async seen(): Promise<Observed> {
    await this.office.followed();
    const { raw: _, ...seen } = await observed(this.office.pool, this.application);
    return seen;
  }

  end(of: CaseModel, which: number): Instant {
    const { tracks, joint, now } = of;
    const days = [
      ...tracks.map((track) => dueOn(of, track)),
      ...(joint ? [jointDueOn(of, joint)] : []),
      ...tracks.flatMap(({ certificate }) => (certificate ? [serveBy(of, certificate)] : [])),
    ];
    const { day } = days[which % days.length]!;
    return day === undefined ? now : endOfDay(day);
  }

  /** Terms of the next year end in it, once its calendar is there. */
  readonly latest = instantOf('2027-03-31T02:00:00.000Z');

  name({ attempt: { act } }: Sent): string {
    return act.type;
  }

  private async procedure({ act, item }: Bound): Promise<string> {
    if (act.type !== 'end-procedure') return '';
    const { raw } = await observed(this.office.pool, this.application);
    const track = raw.tracks.find((each) => each.item === item);
    return track?.specialProcedures[act.procedure]?.procedureId ?? randomUUID();
  }
}

type TermBoard = Board<TermParts> & { readonly game: TermGame };

/** Intake tells again what it told, as the same message or as another one; nothing comes of it. */
class Redelivered implements Step<TermParts> {
  check = () => true;
  async run(course: Course<TermParts>, board: Board<TermParts>): Promise<void> {
    const { office, game } = board as TermBoard;
    const message = office.newMessage();
    const tell = (at: number) => office.hear(at, ApplicationAcceptedV1, game.application, message);
    expect(await tell(0)).toBe('done');
    expect(await tell(1)).toBe('handled');
    count(course.tally, 'event again');
    await agrees(course, board);
  }
  toString = () => 'accepted again';
}

/** Everything was handed out, told twice at once; only a decided case is closed by it. */
class Dispatched implements Step<TermParts> {
  check = () => true;
  async run(course: Course<TermParts>, board: Board<TermParts>): Promise<void> {
    const { office, game } = board as TermBoard;
    const message = office.newMessage();
    const isOpen = course.of.status === 'open';
    const { applicationId, caseNumber } = game.application;
    const payload = { applicationId, caseNumber, dispatchedAt: course.of.now };
    const told = await Promise.all(
      [0, 1].map((at) =>
        office.hear(at, ResultsDispatchedV1, payload, message).catch((error: unknown) => {
          if (error instanceof Refusal) return error.code;
          throw error;
        }),
      ),
    );
    expect(told.toSorted()).toEqual(
      isOpen ? ['action-not-allowed-in-state', 'action-not-allowed-in-state'] : ['done', 'handled'],
    );
    course.of = dispatched(course.of);
    count(course.tally, isOpen ? 'dispatch refused' : 'dispatched');
    await agrees(course, board);
  }
  toString = () => 'dispatched';
}

export const terms: Walk<TermParts, CasePlan> = {
  model: 'terms',
  runs: 14,
  longest: 30,
  plan: casePlan,
  steps: [
    ...stepsOf<TermParts>(singleAttempt),
    fc
      .record({ attempt: visitAttempt, process: fc.nat(1) })
      .map(({ attempt, process }) => new Does<TermParts>(attempt, process)),
    fc.constant(new Redelivered()),
    fc.constant(new Dispatched()),
  ],
  async begin(office, plan) {
    await office.beginAt(plan.acceptedAt);
    const application = toldOf(plan, office.next());
    await office.hear(0, ApplicationAcceptedV1, application);
    return { board: { office, game: new TermGame(office, application) }, of: openedCase(plan) };
  },
};
