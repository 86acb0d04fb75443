import { legalDateAt, type LegalDate } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { DueDate } from '../domain/due-date.js';
import {
  endSpecialProcedure as decide,
  type EndOfSpecialProcedure,
} from '../domain/track/special-procedures.js';
import { actingOn, REVIEWING } from './acting.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { followInCase } from './follow-in-case.js';
import { saveTrack, type TrackReference } from './records.js';

export interface EndSpecialProcedure extends TrackReference, Omit<EndOfSpecialProcedure, 'report'> {
  readonly reportReceipt: string;
}

export interface EndedSpecialProcedure {
  readonly suspendedUntil: LegalDate;
  readonly suspendedWorkingDays?: number;
  readonly statutory: DueDate;
}

/** The result is in: with its report on file the clock of the track runs on. */
export const endSpecialProcedure =
  (deps: ApprovalDependencies) =>
  async (request: EndSpecialProcedure, { actor }: Asking): Promise<EndedSpecialProcedure> => {
    const reading = await deps.receipts.read(request.reportReceipt, actor.id);
    return deps.transact(async (changes) => {
      const { track } = await actingOn(deps, changes, request, actor, REVIEWING);
      if ('unreadable' in reading) {
        throw approvalRefusals.refuse('special-procedure-not-possible', reading.unreadable);
      }
      const { procedureId, result, conclusion } = request;
      const now = deps.now();
      const end = { procedureId, result, conclusion, report: reading.file };
      const change = decide(track, end, now, countingOf(deps));
      saveTrack(changes, track, change);
      await followInCase(changes, change.state, countingOf(deps));
      const { statutory, suspendedWorkingDays } = change.state.dates;
      return {
        suspendedUntil: legalDateAt(now),
        ...(suspendedWorkingDays !== undefined && { suspendedWorkingDays }),
        statutory,
      };
    });
  };
