import { lifecycle, type StateOf } from '@onewindow/kernel';

/** What was published is never changed: it waits for its day, is in force, and is retired. */
export const itemVersionLifecycle = lifecycle('published', {
  published: { takeEffect: 'in-force', retire: 'retired' },
  'in-force': { retire: 'retired' },
  retired: {},
});

export type ItemVersionStatus = StateOf<typeof itemVersionLifecycle>;
