import type { Changes, Instant, Person } from '@onewindow/kernel';
import type { HandedIn } from '../domain/filing.js';
import { takenOut, type NamedFromLocker } from '../domain/locker.js';
import { LOCKER_FILE } from './aggregates.js';

/** Finds the files that somebody takes out of the own locker; what is wrong with one is told with everything else. */
export function takeFromLocker(
  changes: Changes,
  fromLocker: readonly NamedFromLocker[],
  by: Person,
  now: Instant,
): Promise<readonly HandedIn[]> {
  return Promise.all(
    fromLocker.map(async ({ material, lockerFile }, index) => {
      const found = await changes.find(LOCKER_FILE, lockerFile);
      return takenOut({ material, path: `fromLocker.${String(index)}`, found }, by, now);
    }),
  );
}
