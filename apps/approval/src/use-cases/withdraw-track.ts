import type { Instant } from '@onewindow/kernel';
import {
  itemsToWithdraw,
  releaseJointClock,
  requireMayWithdraw,
  withdrawTrackOf,
} from '../domain/case/withdrawing.js';
import { withdrawTrack as decide } from '../domain/track/withdrawal.js';
import { endWhatWasWaitedFor } from './also-required.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseFor, caseOf, saveCase, saveTrack, trackOf } from './records.js';

export interface WithdrawTrack {
  readonly caseNumber: string;
  /** Absent: everything that is not decided. */
  readonly items?: readonly string[];
  readonly reason: string;
}

export interface WithdrawnTracks {
  readonly withdrawnAt: Instant;
  readonly items: readonly string[];
}

/** The applicant takes items back, or the whole case; all of it in one transaction. */
export const withdrawTrack =
  (deps: ApprovalDependencies) =>
  ({ caseNumber, items, reason }: WithdrawTrack, { actor }: Asking): Promise<WithdrawnTracks> =>
    deps.transact(async (changes) => {
      const found = await caseFor(changes, caseNumber, actor);
      requireMayWithdraw(found, actor);
      const withdrawnAt = deps.now();
      const withdrawn = itemsToWithdraw(found, items);
      for (const item of withdrawn) {
        const track = await trackOf(changes, { caseNumber, item });
        saveTrack(changes, track, decide(track, reason, actor, withdrawnAt));
        await endWhatWasWaitedFor(changes, track, withdrawnAt, deps);
        const of = await caseOf(changes, caseNumber);
        const released = releaseJointClock(
          of,
          track.specialProcedures,
          withdrawnAt,
          countingOf(deps),
        );
        const left = withdrawTrackOf(released.state, item, withdrawnAt, countingOf(deps));
        saveCase(changes, of, { ...left, events: [...released.events, ...left.events] });
      }
      return { withdrawnAt, items: withdrawn };
    });
