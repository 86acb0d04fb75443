import { lifecycle, type StateOf } from '@onewindow/kernel';

/** What was published is never changed: it waits for its day, is in force, and is retired; before its day it can be withdrawn. */
export const itemVersionLifecycle = lifecycle('published', {
  published: { takeEffect: 'in-force', retire: 'retired', withdraw: 'withdrawn' },
  'in-force': { retire: 'retired' },
  retired: {},
  withdrawn: {},
});

export type ItemVersionStatus = StateOf<typeof itemVersionLifecycle>;
