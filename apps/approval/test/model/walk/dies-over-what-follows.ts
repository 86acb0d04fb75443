import * as fc from 'fast-check';
import type { Course, Parts } from './game.js';
import { KILL_POINTS, type KillPoint } from './killable.js';
import { agrees, answered, replacedIfDead, type Board, type Step } from './steps.js';

/** It is done and answered; the process dies over what follows by itself a moment later, which follows all the same, and once. */
class DiesOverWhatFollows<P extends Parts> implements Step<P> {
  constructor(
    private readonly attempt: P['attempt'],
    private readonly point: KillPoint,
  ) {}
  check = () => true;
  async run(course: Course<P>, board: Board<P>): Promise<void> {
    const { office, game } = board;
    const sent = await game.send(course.of, this.attempt);
    const { of, answer } = game.acted(course.of, sent);
    await office.settled();
    // Nothing follows from a refusal.
    if (answer === 'done') office.process(0).dieAt(this.point, 1);
    expect(await game.perform(office.process(0), sent)).toEqual(answer);
    await office.settled();
    await replacedIfDead(course, board, `killed ${this.point} over what follows`);
    course.of = of;
    answered(course, board, sent, answer);
    await agrees(course, board);
  }
  toString = () => `dies ${this.point} over what follows ${fc.stringify(this.attempt)}`;
}

export const dyingOverWhatFollows = <P extends Parts>(
  attempt: fc.Arbitrary<P['attempt']>,
): fc.Arbitrary<Step<P>> =>
  fc
    .record({ attempt, point: fc.constantFrom(...KILL_POINTS) })
    .map((each) => new DiesOverWhatFollows<P>(each.attempt, each.point));
