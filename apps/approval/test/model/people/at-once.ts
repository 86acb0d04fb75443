import type { Moving } from '../walk/ways-at-once.js';
import { expectedOf } from './observed.js';
import type { PeopleParts } from './parts.js';
import { effectOf, moved, type Move } from './what-happens.js';
import type { Known } from './whose-turn.js';

/** The load is counted first, and who had what is looked up after it. */
export const moving: Moving<PeopleParts, Move, Known> = {
  effectOf,
  moved,
  expected: expectedOf,
  known: (states) =>
    states.flatMap((counted, index) =>
      states.slice(index).map((remembered) => ({ counted, remembered })),
    ),
};
