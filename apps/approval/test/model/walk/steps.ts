import { addMilliseconds, endOfDay, instantOf, Refusal, type Instant } from '@onewindow/kernel';
import * as fc from 'fast-check';
import type { Office } from './a-case.js';
import { singleAttempt, visitAttempt, type Attempt } from './acts.js';
import {
  acted,
  bound,
  dispatched,
  dueOn,
  timePasses,
  type Answer,
  type CaseModel,
} from './case-model.js';
import { KILL_POINTS, Killed, type KillPoint } from './killable.js';
import { expectedOf } from './observed.js';
import { perform, type Sent } from './perform.js';

/** The model as a run moves it along, and what may come again. */
export interface Course {
  of: CaseModel;
  sent: { readonly sent: Sent; readonly answer: Answer }[];
  readonly tally: Tally;
}

/** How often what was tried, over all runs. */
export type Tally = Map<string, number>;

type Step = fc.AsyncCommand<Course, Office>;

const count = ({ tally }: Course, ...names: string[]): void => {
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
};

/** Loaded afresh, the case is what the model says. */
async function agrees({ of }: Course, office: Office): Promise<void> {
  const { raw: _, ...seen } = await office.look();
  expect(seen).toEqual(expectedOf(of));
}

const counted = (course: Course, { attempt: { act } }: Sent, answer: Answer): void =>
  count(course, `${act.type} ${answer === 'done' ? 'done' : 'refused'}`);

/** Whoever is at the counter does something. */
class Does implements Step {
  constructor(
    private readonly attempt: Attempt,
    private readonly process: number,
  ) {}
  check = () => true;
  async run(course: Course, office: Office): Promise<void> {
    const sent = await office.sent(bound(course.of, this.attempt));
    const { of, answer } = acted(course.of, sent.attempt);
    expect(await perform(office.process(this.process), sent)).toEqual(answer);
    course.of = of;
    course.sent.push({ sent, answer });
    counted(course, sent, answer);
    await agrees(course, office);
  }
  toString = () => `does ${fc.stringify(this.attempt)} at ${String(this.process)}`;
}

/** Two at once, at one process or at two: what comes of it is what came of one after the other. */
class AtOnce implements Step {
  constructor(private readonly attempts: readonly [Attempt, Attempt]) {}
  check = () => true;
  async run(course: Course, office: Office): Promise<void> {
    const [one, other] = this.attempts;
    const first = await office.sent(bound(course.of, one));
    const second = await office.sent(bound(course.of, other));
    const answers = await Promise.all([
      perform(office.process(0), first),
      perform(office.process(1), second),
    ]);
    const orders = [inOrder(course.of, first, second), reversed(inOrder(course.of, second, first))];
    const { raw: _, ...seen } = await office.look();
    const found = orders.find(
      (each) => isEqual(each.answers, answers) && isEqual(expectedOf(each.of), seen),
    );
    if (found === undefined) {
      const [order] = orders;
      expect({ answers, seen }).toEqual({ answers: order!.answers, seen: expectedOf(order!.of) });
    }
    course.of = found!.of;
    course.sent.push({ sent: first, answer: answers[0] }, { sent: second, answer: answers[1] });
    count(course, 'at once');
    counted(course, first, answers[0]);
    counted(course, second, answers[1]);
  }
  toString = () => `at once ${fc.stringify(this.attempts)}`;
}

interface Ordered {
  readonly of: CaseModel;
  readonly answers: readonly Answer[];
}

function inOrder(of: CaseModel, first: Sent, second: Sent): Ordered {
  const one = acted(of, first.attempt);
  const two = acted(one.of, second.attempt);
  return { of: two.of, answers: [one.answer, two.answer] };
}

const reversed = ({ of, answers }: Ordered): Ordered => ({ of, answers: answers.toReversed() });

function isEqual(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}

/** The same command under the same key, twice at once or long afterwards: the first answer, and nothing more happens. */
class DoesAgain implements Step {
  constructor(private readonly which: number) {}
  check = ({ sent }: Readonly<Course>) => sent.length > 0;
  async run(course: Course, office: Office): Promise<void> {
    const { sent, answer } = course.sent[this.which % course.sent.length]!;
    const again = await Promise.all([0, 1].map((at) => perform(office.process(at), sent)));
    expect(again).toEqual([answer, answer]);
    count(course, 'sent again');
    await agrees(course, office);
  }
  toString = () => `does again ${String(this.which)}`;
}

/** The process dies on the way; another one gets the same command, and it happens once. */
class Dies implements Step {
  constructor(
    private readonly attempt: Attempt,
    private readonly point: KillPoint,
  ) {}
  check = () => true;
  async run(course: Course, office: Office): Promise<void> {
    const sent = await office.sent(bound(course.of, this.attempt));
    const { of, answer } = acted(course.of, sent.attempt);
    const before = course.of;
    // The next commit is to be this one, not that of a warning that has just become due.
    await office.settled();
    office.process(0).dieAt(this.point);
    await expect(perform(office.process(0), sent)).rejects.toBeInstanceOf(Killed);
    await office.replace(0);
    course.of = this.point === 'after' ? of : before;
    await agrees(course, office);

    expect(await perform(office.process(1), sent)).toEqual(answer);
    course.of = of;
    course.sent.push({ sent, answer });
    count(course, `killed ${this.point}`);
    counted(course, sent, answer);
    await agrees(course, office);
  }
  toString = () => `dies ${this.point} ${fc.stringify(this.attempt)}`;
}

/** To when time moves: by so many minutes, or to the last instant of a track's term, or past it. */
type Leap =
  | { readonly type: 'minutes'; readonly minutes: number }
  | { readonly type: 'to-the-last-instant' | 'past-the-term'; readonly track: number };

/** Terms of 2026 end in 2026 as long as nobody acts later than this. */
const LATEST = instantOf('2026-09-30T02:00:00.000Z');

function leapt({ now, tracks }: CaseModel, leap: Leap): Instant {
  const to =
    leap.type === 'minutes'
      ? addMilliseconds(now, leap.minutes * 60_000)
      : addMilliseconds(
          endOfDay(dueOn(tracks[leap.track % tracks.length]!)),
          leap.type === 'past-the-term' ? 0 : -1,
        );
  const latest = to < LATEST ? to : LATEST;
  return latest < now ? now : latest;
}

/** Time passes; what the law makes of it happens once, whichever process looks, and also if that one dies over it. */
class Passes implements Step {
  constructor(
    private readonly leap: Leap,
    private readonly dying: KillPoint | undefined,
  ) {}
  check = () => true;
  async run(course: Course, office: Office): Promise<void> {
    const now = leapt(course.of, this.leap);
    course.of = timePasses(course.of, now);
    if (this.dying !== undefined) office.process(0).dieAt(this.dying);
    await office.moveTo(now);
    if (office.process(0).isDead) {
      await office.replace(0);
      await office.settled();
      count(course, `killed ${String(this.dying)} over a deadline`);
    }
    office.process(0).spare();
    count(course, 'time passes');
    await agrees(course, office);
  }
  toString = () => `passes ${fc.stringify(this.leap)} ${this.dying ?? ''}`;
}

/** Somebody acts in the moment in which a term ends: one of the two is first. */
class Crosses implements Step {
  constructor(
    private readonly leap: Leap,
    private readonly attempt: Attempt,
  ) {}
  check = () => true;
  async run(course: Course, office: Office): Promise<void> {
    const sent = await office.sent(bound(course.of, this.attempt));
    const now = leapt(course.of, this.leap);
    office.moveWithoutWaiting(now);
    const answer = await perform(office.process(0), sent);
    await office.settled();
    const late = acted(timePasses(course.of, now), sent.attempt);
    const early = acted({ ...course.of, now }, sent.attempt);
    const orders = [late, { ...early, of: timePasses(early.of, now) }];
    const { raw: _, ...seen } = await office.look();
    const found = orders.find(
      (each) => isEqual(each.answer, answer) && isEqual(expectedOf(each.of), seen),
    );
    if (found === undefined) {
      expect({ answer, seen }).toEqual({ answer: late.answer, seen: expectedOf(late.of) });
    }
    course.of = found!.of;
    course.sent.push({ sent, answer });
    count(course, 'crosses a deadline');
    counted(course, sent, answer);
  }
  toString = () => `crosses ${fc.stringify(this.leap)} ${fc.stringify(this.attempt)}`;
}

/** Intake tells again what it told, as the same message or as another one; nothing comes of it. */
class Redelivered implements Step {
  check = () => true;
  async run(course: Course, office: Office): Promise<void> {
    const message = office.newMessage();
    expect(await office.tell('accepted', 0, message)).toBe('done');
    expect(await office.tell('accepted', 1, message)).toBe('handled');
    count(course, 'event again');
    await agrees(course, office);
  }
  toString = () => 'accepted again';
}

/** Everything was handed out, told twice at once; only a decided case is closed by it. */
class Dispatched implements Step {
  check = () => true;
  async run(course: Course, office: Office): Promise<void> {
    const message = office.newMessage();
    const isOpen = course.of.status === 'open';
    const told = await Promise.all(
      [0, 1].map((at) =>
        office.tell('dispatched', at, message).catch((error: unknown) => {
          if (error instanceof Refusal) return error.code;
          throw error;
        }),
      ),
    );
    expect(told.toSorted()).toEqual(
      isOpen ? ['action-not-allowed-in-state', 'action-not-allowed-in-state'] : ['done', 'handled'],
    );
    course.of = dispatched(course.of);
    count(course, isOpen ? 'dispatch refused' : 'dispatched');
    await agrees(course, office);
  }
  toString = () => 'dispatched';
}

const leap: fc.Arbitrary<Leap> = fc.oneof(
  { weight: 3, arbitrary: minutes(60 * 30) },
  { weight: 3, arbitrary: minutes(60 * 24 * 12) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('to-the-last-instant' as const, 'past-the-term' as const),
      track: fc.nat(3),
    }),
  },
);

function minutes(max: number): fc.Arbitrary<Leap> {
  return fc.record({ type: fc.constant('minutes' as const), minutes: fc.nat(max) });
}

const killPoint = fc.constantFrom(...KILL_POINTS);
const does = fc
  .record({ attempt: singleAttempt, process: fc.nat(1) })
  .map(({ attempt, process }) => new Does(attempt, process));

/** Everything that a path may be made of; what is tried often stands there several times, since each counts the same. */
export const steps: readonly fc.Arbitrary<Step>[] = [
  ...[does, does, does, does, does, does],
  fc
    .record({ attempt: visitAttempt, process: fc.nat(1) })
    .map(({ attempt, process }) => new Does(attempt, process)),
  ...[0, 1].map(() => fc.tuple(singleAttempt, singleAttempt).map((each) => new AtOnce(each))),
  fc.nat().map((which) => new DoesAgain(which)),
  fc
    .record({ attempt: singleAttempt, point: killPoint })
    .map(({ attempt, point }) => new Dies(attempt, point)),
  ...[0, 1].map(() =>
    fc
      .record({ leap, dying: fc.option(killPoint, { nil: undefined, freq: 3 }) })
      .map((each) => new Passes(each.leap, each.dying)),
  ),
  fc.record({ leap, attempt: singleAttempt }).map((each) => new Crosses(each.leap, each.attempt)),
  fc.constant(new Redelivered()),
  fc.constant(new Dispatched()),
];
