import { addMilliseconds, instantOf, type Instant } from '@onewindow/kernel';
import * as fc from 'fast-check';
import { count, type Answer, type Course, type Game, type Parts, type Way } from './game.js';
import { KILL_POINTS, Killed, type KillPoint } from './killable.js';
import type { Office } from './office.js';

/** Where a game is played. */
export interface Board<P extends Parts> {
  readonly office: Office;
  readonly game: Game<P>;
}

export type Step<P extends Parts> = fc.AsyncCommand<Course<P>, Board<P>>;

/** Loaded afresh, everything is what the model says. */
export async function agrees<P extends Parts>(course: Course<P>, { game }: Board<P>) {
  const seen = await game.seen();
  expect(seen).toEqual(game.expected(course.of));
}

/** A command was answered. */
export function answered<P extends Parts>(
  course: Course<P>,
  { game }: Board<P>,
  sent: P['sent'],
  answer: Answer,
): void {
  course.sent.push({ sent, answer });
  const answers = typeof answer === 'object' && 'each' in answer ? answer.each : [answer];
  for (const each of answers) {
    count(course.tally, `${game.name(sent)} ${each === 'done' ? 'done' : 'refused'}`);
  }
}

/** What happened is one of these. */
async function isOneOf<P extends Parts>(
  ways: readonly Way<P>[],
  answers: readonly Answer[],
  { game }: Board<P>,
): Promise<P['of']> {
  const seen = await game.seen();
  const found = ways.find((way) =>
    isEqual({ seen: game.expected(way.of), answers: way.answers }, { seen, answers }),
  );
  if (found !== undefined) return found.of;
  const way = ways[0]!;
  expect({ answers, seen }).toEqual({ answers: way.answers, seen: game.expected(way.of) });
  throw new TypeError('what differs is not equal');
}

function isEqual(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}

/** Somebody does something. */
export class Does<P extends Parts> implements Step<P> {
  constructor(
    private readonly attempt: P['attempt'],
    private readonly process: number,
  ) {}
  check = () => true;
  async run(course: Course<P>, board: Board<P>): Promise<void> {
    const { office, game } = board;
    const sent = await game.send(course.of, this.attempt);
    const { of, answer } = game.acted(course.of, sent);
    expect(await game.perform(office.process(this.process), sent)).toEqual(answer);
    course.of = of;
    answered(course, board, sent, answer);
    await agrees(course, board);
  }
  toString = () => `does ${fc.stringify(this.attempt)} at ${String(this.process)}`;
}

/**
 * Whoever is refused while another acts may have read one thing before that act and another after it: that it is refused has to be
 * right, by which of the rules is chance. Nothing is recorded of a refusal.
 */
function roughly(answer: Answer): Answer {
  if (answer === 'done') return 'done';
  return 'each' in answer ? { each: answer.each.map(roughly) } : { code: 'refused', rules: [] };
}

const rough = <P extends Parts>({ of, answers }: Way<P>): Way<P> => ({
  of,
  answers: answers.map(roughly),
});

/** Two at once, at one process or at two: what comes of it is what came of one after the other. */
class AtOnce<P extends Parts> implements Step<P> {
  constructor(private readonly attempts: readonly [P['attempt'], P['attempt']]) {}
  check = () => true;
  async run(course: Course<P>, board: Board<P>): Promise<void> {
    const { office, game } = board;
    const first = await game.send(course.of, this.attempts[0]);
    const second = await game.send(course.of, this.attempts[1]);
    const answers = await Promise.all([
      game.perform(office.process(0), first),
      game.perform(office.process(1), second),
    ]);
    const ways =
      game.atOnce?.(course.of, first, second) ?? inEitherOrder(game, course.of, first, second);
    course.of = await isOneOf(ways.map(rough), answers.map(roughly), board);
    count(course.tally, 'at once');
    answered(course, board, first, answers[0]);
    answered(course, board, second, answers[1]);
  }
  toString = () => `at once ${fc.stringify(this.attempts)}`;
}

function inEitherOrder<P extends Parts>(
  game: Game<P>,
  of: P['of'],
  first: P['sent'],
  second: P['sent'],
): readonly Way<P>[] {
  const inOrder = (one: P['sent'], other: P['sent']) => {
    const before = game.acted(of, one);
    const after = game.acted(before.of, other);
    return { of: after.of, answers: [before.answer, after.answer] };
  };
  const other = inOrder(second, first);
  return [inOrder(first, second), { ...other, answers: other.answers.toReversed() }];
}

/** The same command under the same key, twice at once or long afterwards: the first answer, and nothing more happens. */
class DoesAgain<P extends Parts> implements Step<P> {
  constructor(private readonly which: number) {}
  check = ({ sent }: Readonly<Course<P>>) => sent.length > 0;
  async run(course: Course<P>, board: Board<P>): Promise<void> {
    const { office, game } = board;
    const { sent, answer } = course.sent[this.which % course.sent.length]!;
    const again = await Promise.all([0, 1].map((at) => game.perform(office.process(at), sent)));
    expect(again).toEqual([answer, answer]);
    count(course.tally, 'sent again');
    await agrees(course, board);
  }
  toString = () => `does again ${String(this.which)}`;
}

/** The process dies on the way; another one gets the same command, and it happens once. */
class Dies<P extends Parts> implements Step<P> {
  constructor(
    private readonly attempt: P['attempt'],
    private readonly point: KillPoint,
  ) {}
  check = () => true;
  async run(course: Course<P>, board: Board<P>): Promise<void> {
    const { office, game } = board;
    const sent = await game.send(course.of, this.attempt);
    const { of, answer } = game.acted(course.of, sent);
    const before = course.of;
    // The next commit is to be this one, not that of a warning that has just become due.
    await office.settled();
    office.process(0).dieAt(this.point);
    await expect(game.perform(office.process(0), sent)).rejects.toBeInstanceOf(Killed);
    await office.replace(0);
    course.of = this.point === 'after' ? of : before;
    await agrees(course, board);

    expect(await game.perform(office.process(1), sent)).toEqual(answer);
    course.of = of;
    count(course.tally, `killed ${this.point}`);
    answered(course, board, sent, answer);
    await agrees(course, board);
  }
  toString = () => `dies ${this.point} ${fc.stringify(this.attempt)}`;
}

/** To when time moves: by so many minutes, or to the last instant before something ends, or past it. */
type Leap =
  | { readonly type: 'minutes'; readonly minutes: number }
  | { readonly type: 'to-the-last-instant' | 'past-the-term'; readonly which: number };

/** Terms of 2026 end in 2026 as long as nobody acts later than this. */
const LATEST = instantOf('2026-09-30T02:00:00.000Z');

function leapt<P extends Parts>(game: Game<P>, of: P['of'], leap: Leap): Instant {
  const { now } = of;
  const to =
    leap.type === 'minutes'
      ? addMilliseconds(now, leap.minutes * 60_000)
      : addMilliseconds(game.end(of, leap.which), leap.type === 'past-the-term' ? 0 : -1);
  const { latest: last = LATEST } = game;
  const latest = to < last ? to : last;
  return latest < now ? now : latest;
}

/** Time passes; what the law makes of it happens once, whichever process looks, and also if that one dies over it. */
class Passes<P extends Parts> implements Step<P> {
  constructor(
    private readonly leap: Leap,
    private readonly dying: KillPoint | undefined,
  ) {}
  check = () => true;
  async run(course: Course<P>, board: Board<P>): Promise<void> {
    const { office, game } = board;
    const now = leapt(game, course.of, this.leap);
    course.of = game.timePasses(course.of, now);
    if (this.dying !== undefined) office.process(0).dieAt(this.dying);
    await office.moveTo(now);
    await replacedIfDead(course, board, `killed ${String(this.dying)} over a deadline`);
    count(course.tally, 'time passes');
    await agrees(course, board);
  }
  toString = () => `passes ${fc.stringify(this.leap)} ${this.dying ?? ''}`;
}

/** It was to die over what follows by itself: where it came to that, another one takes its place, and what follows still does. */
export async function replacedIfDead<P extends Parts>(
  course: Course<P>,
  { office }: Board<P>,
  counted: string,
): Promise<void> {
  if (office.process(0).isDead) {
    await office.replace(0);
    await office.settled();
    count(course.tally, counted);
  }
  office.process(0).spare();
}

/** Somebody acts in the moment in which a term ends: one of the two is first. */
class Crosses<P extends Parts> implements Step<P> {
  constructor(
    private readonly leap: Leap,
    private readonly attempt: P['attempt'],
  ) {}
  check = () => true;
  async run(course: Course<P>, board: Board<P>): Promise<void> {
    const { office, game } = board;
    const sent = await game.send(course.of, this.attempt);
    const now = leapt(game, course.of, this.leap);
    office.moveWithoutWaiting(now);
    const answer = await game.perform(office.process(0), sent);
    await office.settled();
    const late = game.acted(game.timePasses(course.of, now), sent);
    const early = game.acted({ ...course.of, now }, sent);
    const ways: [Way<P>, Way<P>] = [
      { of: late.of, answers: [late.answer] },
      { of: game.timePasses(early.of, now), answers: [early.answer] },
    ];
    course.of = await isOneOf(ways, [answer], board);
    count(course.tally, 'crosses a deadline');
    answered(course, board, sent, answer);
  }
  toString = () => `crosses ${fc.stringify(this.leap)} ${fc.stringify(this.attempt)}`;
}

const leap: fc.Arbitrary<Leap> = fc.oneof(
  { weight: 3, arbitrary: minutes(60 * 30) },
  { weight: 3, arbitrary: minutes(60 * 24 * 12) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('to-the-last-instant' as const, 'past-the-term' as const),
      which: fc.nat(7),
    }),
  },
);

function minutes(max: number): fc.Arbitrary<Leap> {
  return fc.record({ type: fc.constant('minutes' as const), minutes: fc.nat(max) });
}

const killPoint = fc.constantFrom(...KILL_POINTS);

/** Everything that a path may be made of, in any game; what is tried often stands there several times, since each counts the same. */
export function stepsOf<P extends Parts>(
  attempt: fc.Arbitrary<P['attempt']>,
): readonly fc.Arbitrary<Step<P>>[] {
  const does = fc
    .record({ attempt, process: fc.nat(1) })
    .map((each) => new Does<P>(each.attempt, each.process));
  return [
    ...[does, does, does, does, does, does],
    ...[0, 1].map(() => fc.tuple(attempt, attempt).map((each) => new AtOnce<P>(each))),
    fc.nat().map((which) => new DoesAgain<P>(which)),
    fc.record({ attempt, point: killPoint }).map((each) => new Dies<P>(each.attempt, each.point)),
    ...[0, 1].map(() =>
      fc
        .record({ leap, dying: fc.option(killPoint, { nil: undefined, freq: 3 }) })
        .map((each) => new Passes<P>(each.leap, each.dying)),
    ),
    fc.record({ leap, attempt }).map((each) => new Crosses<P>(each.leap, each.attempt)),
  ];
}
