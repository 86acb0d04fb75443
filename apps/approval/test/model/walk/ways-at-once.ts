import type { Acted, Answer, Parts, Way } from './game.js';

/** What came of an act, before anything that follows a moment later. */
export interface Effect<Of, Move> extends Acted<Of> {
  readonly moves?: Move;
}

/** A model in which work goes to others a moment after what made it necessary, and in which a load is counted before an act. */
export interface Moving<P extends Parts, Move, Known> {
  effectOf(of: P['of'], sent: P['sent'], known: Known): Effect<P['of'], Move>;
  moved(of: P['of'], move: Move, known: Known): P['of'];
  expected(of: P['of']): P['seen'];
  /** All that may have been counted before the next one, from what was so after each before it. */
  known(states: readonly P['of'][]): readonly Known[];
}

/** What happened so far, and what is still to come. */
interface Going<Of, Move> {
  /** After each that happened. */
  readonly states: readonly Of[];
  readonly answers: readonly (Answer | undefined)[];
  readonly moves: readonly Move[];
  readonly left: readonly number[];
}

/**
 * All that may come of two at once: one is before the other, and work goes to others before the other one acts or after it. What is
 * counted before an act may be what was so before those just before it.
 */
export function waysAtOnce<P extends Parts, Move, Known>(
  by: Moving<P, Move, Known>,
  of: P['of'],
  sent: readonly [P['sent'], P['sent']],
): readonly Way<P>[] {
  const begun = { states: [of], answers: [undefined, undefined], moves: [], left: [0, 1] };
  const ways = ended(by, begun, sent);
  const seen = ways.map((way) => JSON.stringify([by.expected(way.of), way.answers]));
  return ways.filter((_, index) => seen.indexOf(seen[index]!) === index);
}

function ended<P extends Parts, Move, Known>(
  by: Moving<P, Move, Known>,
  going: Going<P['of'], Move>,
  sent: readonly [P['sent'], P['sent']],
): readonly Way<P>[] {
  const { states, answers, moves, left } = going;
  const of = states.at(-1)!;
  if (left.length + moves.length === 0) {
    return [{ of, answers: answers.map((each) => each!) }];
  }
  const act = (which: number) =>
    by.known(states).flatMap((known) => {
      const effect = by.effectOf(of, sent[which]!, known);
      const next = {
        states: [...states, effect.of],
        answers: answers.map((each, index) => (index === which ? effect.answer : each)),
        moves: [...moves, ...(effect.moves === undefined ? [] : [effect.moves])],
        left: left.filter((each) => each !== which),
      };
      return ended(by, next, sent);
    });
  const move = (which: Move) =>
    by.known(states).flatMap((known) => {
      const after = [...states, by.moved(of, which, known)];
      const rest = moves.filter((each) => each !== which);
      return ended(by, { ...going, states: after, moves: rest }, sent);
    });
  return [...left.flatMap(act), ...moves.flatMap(move)];
}
