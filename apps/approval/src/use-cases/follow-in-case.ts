import type { Changes } from '@onewindow/kernel';
import { followTrackClock } from '../domain/case/joint-term.js';
import type { Counting } from '../domain/track/track-clock.js';
import type { Track } from '../domain/track/track.js';
import { caseOf, saveCase } from './records.js';

/** What stopped or resumed the clock of a track does so with the joint one, in the same transaction; other cases stay untouched. */
export async function followInCase(
  changes: Changes,
  { caseNumber, clock }: Track,
  counting: Counting,
): Promise<void> {
  const of = await caseOf(changes, caseNumber);
  const change = followTrackClock(of, clock.at(-1), counting);
  if (change.events.length > 0) saveCase(changes, of, change);
}
