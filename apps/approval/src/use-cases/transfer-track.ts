import type { Changes, Instant, UnmetRule } from '@onewindow/kernel';
import { transferTrackOf } from '../domain/case/case.js';
import { consultationKind } from '../domain/consultation/consultation.js';
import { unmetByWaiting } from '../domain/consultation/decision-after-consultation.js';
import type { DueDate } from '../domain/due-date.js';
import { activeStages } from '../domain/process/stages-of-track.js';
import type { OpinionRequest } from '../domain/track/opinion.js';
import { isFirstReview, transferTrack as decide } from '../domain/track/transfer.js';
import { trackId, type Track } from '../domain/track/track.js';
import { actingOn, endingStage } from './acting.js';
import { assignTasks } from './assign-tasks.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveCase, saveTrack, type TrackReference } from './records.js';

export type TransferTrack = TrackReference & OpinionRequest;

export interface TransferredTrack {
  readonly transferredAt: Instant;
  readonly to: string;
  readonly toName: string;
  readonly statutory: DueDate;
  readonly promised?: DueDate;
}

export const REPORTING = endingStage('first-review', (track) => ({
  kind: 'review',
  roles: [activeStages(track).find(isFirstReview)?.role ?? 'approver'],
}));

/**
 * The lower agency reports; who sees the case, who has the tasks and which terms run changes in the same transaction, so that the
 * track is never nobody's and never of both.
 */
export const transferTrack =
  (deps: ApprovalDependencies) =>
  (request: TransferTrack, { actor }: Asking): Promise<TransferredTrack> =>
    deps.transact(async (changes) => {
      const { track, of, person } = await actingOn(deps, changes, request, actor, REPORTING);
      const transferredAt = deps.now();
      const change = decide(track, request, person, transferredAt, {
        counting: countingOf(deps),
        waitingTracks: deps.place.waitingTracks ?? 'clocks-run',
        alsoRequired: await stillAsked(changes, track, transferredAt),
      });
      const { agency: to, agencyName: toName, dates } = change.state;
      saveTrack(changes, track, change);
      const moved = transferTrackOf(of, track.item, to);
      saveCase(changes, of, moved);
      await assignTasks(deps, changes, moved.state, [change.state]);
      const { statutory, promised } = dates;
      return { transferredAt, to, toName, statutory, ...(promised && { promised }) };
    });

/** Whom the first level asked answers to it, before it reports. */
async function stillAsked(
  changes: Changes,
  { consulted, caseNumber, item }: Track,
  now: Instant,
): Promise<readonly UnmetRule[]> {
  if (consulted !== true) return [];
  const consultation = await changes.find(consultationKind, trackId(caseNumber, item));
  return consultation === undefined ? [] : unmetByWaiting(consultation, now);
}
