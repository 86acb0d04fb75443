import type { Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { DueDate } from '../domain/due-date.js';
import type { ExtensionRequest } from '../domain/clock/term-extension.js';
import { extendTerm as decide } from '../domain/track/extension.js';
import { isOfficerOf } from '../domain/officers.js';
import type { Act } from '../domain/officers/act.js';
import { actingOn } from './acting.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, trackFor, type TrackReference } from './records.js';

export type ExtendTerm = TrackReference & ExtensionRequest;

/** By the office, not by a task. */
export const APPROVING_EXTENSION: Act = { roles: ['agency-head'], withoutTask: true };

export interface ExtendedTerm {
  readonly noticeNumber: string;
  readonly approvedAt: Instant;
  readonly before: DueDate;
  readonly statutory: DueDate;
}

/** The approval of the head is the act; the notice goes out with it and the deadlines move in the same transaction (许可法 42). */
export const extendTerm =
  (deps: ApprovalDependencies) =>
  ({ days, reason, ...reference }: ExtendTerm, { actor }: Asking): Promise<ExtendedTerm> =>
    deps.transact(async (changes) => {
      const track = await trackFor(changes, reference, actor);
      // Another head than that of the agency approves it where the item's law says so; the rules of extending know who.
      if (isOfficerOf(actor, track.agency, 'agency-head')) {
        await actingOn(deps, changes, reference, actor, APPROVING_EXTENSION);
      }
      if (actor.kind !== 'person') throw approvalRefusals.refuse('not-the-deciding-agency');
      const approvedAt = deps.now();
      const change = decide(track, { days, reason }, actor, approvedAt, countingOf(deps));
      saveTrack(changes, track, change);
      const { extension, dates } = change.state;
      return {
        noticeNumber: extension?.noticeNumber ?? '',
        approvedAt,
        before: track.dates.statutory,
        statutory: dates.statutory,
      };
    });
