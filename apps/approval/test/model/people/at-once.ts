import type { Answer, Way } from '../walk/game.js';
import { expectedOf } from './observed.js';
import type { PeopleParts } from './parts.js';
import type { Bound, PeopleModel } from './people-model.js';
import { effectOf, moved, type Move } from './what-happens.js';

/**
 * All that may come of two at once: one is before the other, and work goes to others before the other one acts or after it. What is
 * counted before an act may be what was so before those just before it.
 */
export function waysAtOnce(
  of: PeopleModel,
  first: Bound,
  second: Bound,
): readonly Way<PeopleParts>[] {
  const begun: Going = { states: [of], answers: [undefined, undefined], moves: [], left: [0, 1] };
  const ways = ended(begun, [first, second]);
  const seen = ways.map((way) => JSON.stringify([expectedOf(way.of), way.answers]));
  return ways.filter((_, index) => seen.indexOf(seen[index]!) === index);
}

/** What happened so far, and what is still to come. */
interface Going {
  /** After each that happened. */
  readonly states: readonly PeopleModel[];
  readonly answers: readonly (Answer | undefined)[];
  readonly moves: readonly Move[];
  readonly left: readonly number[];
}

function ended(going: Going, acts: readonly [Bound, Bound]): readonly Way<PeopleParts>[] {
  const { states, answers, moves, left } = going;
  const of = states.at(-1)!;
  if (left.length + moves.length === 0) {
    return [{ of, answers: answers.map((each) => each!) }];
  }
  const act = (which: number) =>
    knownSince(states).flatMap((known) => {
      const effect = effectOf(of, acts[which]!, known);
      return ended(
        {
          states: [...states, effect.of],
          answers: answers.map((each, index) => (index === which ? effect.answer : each)),
          moves: [...moves, ...(effect.moves ? [effect.moves] : [])],
          left: left.filter((each) => each !== which),
        },
        acts,
      );
    });
  const move = (which: Move) =>
    knownSince(states).flatMap((known) =>
      ended(
        {
          ...going,
          states: [...states, moved(of, which, known)],
          moves: moves.filter((each) => each !== which),
        },
        acts,
      ),
    );
  return [...left.flatMap(act), ...moves.flatMap(move)];
}

/** The load is counted first, and who had what is looked up after it. */
const knownSince = (states: readonly PeopleModel[]) =>
  states.flatMap((counted, index) =>
    states.slice(index).map((remembered) => ({ counted, remembered })),
  );
