import { legalDateAt, type LegalDate } from '@onewindow/kernel';
import type { DueDate } from '../domain/due-date.js';
import type { StoppingProcedure } from '../domain/track/special-procedure-kinds.js';
import { startSpecialProcedure as decide } from '../domain/track/special-procedures.js';
import { actingOn, REVIEWING } from './acting.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { followInCase } from './follow-in-case.js';
import { saveTrack, type TrackReference } from './records.js';

export interface StartSpecialProcedure extends TrackReference, StoppingProcedure {
  readonly reason: string;
  readonly expectedWorkingDays: number;
  readonly carriedOutBy: string;
  readonly costFen?: number;
}

export interface StartedSpecialProcedure {
  readonly procedureId: string;
  readonly noticeNumber: string;
  readonly suspendedFrom: LegalDate;
  readonly expectedDue: DueDate;
}

/** The agency orders what only others can find out, and pays for it; the notice goes out with the same act (许可法 45). */
export const startSpecialProcedure =
  (deps: ApprovalDependencies) =>
  (request: StartSpecialProcedure, { actor }: Asking): Promise<StartedSpecialProcedure> =>
    deps.transact(async (changes) => {
      const { track, person: officer } = await actingOn(deps, changes, request, actor, REVIEWING);
      const { procedure, ownProcedure, reason, expectedWorkingDays, carriedOutBy, costFen } =
        request;
      const procedureId = deps.newId();
      const now = deps.now();
      const start = {
        procedureId,
        procedure,
        ...(ownProcedure !== undefined && { ownProcedure }),
        reason,
        expectedWorkingDays,
        carriedOutBy,
        ...(costFen !== undefined && { costFen }),
        startedBy: officer.id,
      };
      const change = decide(track, start, now, countingOf(deps));
      saveTrack(changes, track, change);
      await followInCase(changes, change.state, countingOf(deps));
      return {
        procedureId,
        noticeNumber: change.state.specialProcedures.at(-1)?.noticeNumber ?? '',
        suspendedFrom: legalDateAt(now),
        expectedDue: change.state.dates.statutory,
      };
    });
