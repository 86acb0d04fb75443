import type { Changes, Instant } from '@onewindow/kernel';
import type { Case } from '../domain/case/case.js';
import { officerKind } from '../domain/officers/officer.js';
import { isOfAnEarlierRound, releaseTask } from '../domain/officers/tasks.js';
import { activeStages } from '../domain/process/stages-of-track.js';
import type { Track } from '../domain/track/track.js';
import { mayHave } from './acting.js';
import type { ApprovalDependencies } from './ports.js';
import { saveTrack } from './records.js';

const MAY_NO_LONGER = '原承办人员已不能承办';
const NOBODY = 'approval';

/**
 * A stage that is done again is done by whoever did it before. Whoever has left since, is away or stands back does not get it back:
 * the task is in the pool, for somebody else.
 */
export async function freeTasksOfTheGone(
  deps: Pick<ApprovalDependencies, 'place'>,
  changes: Changes,
  of: Case,
  opened: Track,
  now: Instant,
): Promise<Track> {
  let track = opened;
  for (const stage of activeStages(opened)) {
    const held = track.assignments?.[stage.code];
    if (held === undefined || !isOfAnEarlierRound(held, stage)) continue;
    const officer = await changes.find(officerKind, held.officer);
    // Where nobody is published, whoever has the role acts.
    if (officer === undefined) continue;
    if (await mayHave(deps, changes, officer, { track, of, stage }, now)) continue;
    const change = releaseTask(track, stage.code, NOBODY, MAY_NO_LONGER);
    saveTrack(changes, track, change);
    track = change.state;
  }
  return track;
}
