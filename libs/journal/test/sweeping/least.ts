import { endOfDay, legalDate } from '@onewindow/kernel';
import { rederives, type ReferenceInForce } from '../../src/index.js';
import { counted, THING, type Thing } from '../thing.js';

/** What a thing is derived from: it has to count at least this far. */
export interface Ground {
  readonly least: number;
}

const DUE = endOfDay(legalDate('2027-01-05'));

export const THINGS_COUNT_AT_LEAST = rederives(THING, {
  open: `coalesce(state->>'name', '') <> 'closed'`,
  derive: (thing: Thing, { least }: Ground) => {
    if (thing.name === 'senseless') throw new TypeError('makes no sense');
    return thing.count >= least ? undefined : counted(thing, least - thing.count);
  },
  deadlinesOf: ({ count }) => ({ counted: count >= 10 ? DUE : undefined }),
});

export const leastOf = (least: () => number): ReferenceInForce<Ground> => ({
  name: 'least',
  version: async () => String(least()),
  replaces: (inForce, before) => Number(inForce) > Number(before),
  ground: ({ target }) => ({ least: Number(target) }),
});
