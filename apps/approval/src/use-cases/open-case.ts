import type { Instant } from '@onewindow/kernel';
import {
  caseKind,
  requireCaseOf,
  openCase as decide,
  type AcceptedApplication,
} from '../domain/case/case.js';
import { openTrack, type AcceptedItem } from '../domain/track/open-track.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies } from './ports.js';
import { createCase, createTrack } from './records.js';

/** What intake tells of an accepted application. */
export interface OpenCase extends Omit<AcceptedApplication, 'acceptedAt'> {
  readonly acceptedAt: Instant;
  readonly items: readonly AcceptedItem[];
}

/** Opens the case and its parallel tracks together; the same application told again opens nothing. */
export const openCase =
  (deps: ApprovalDependencies) =>
  ({ items, ...accepted }: OpenCase): Promise<void> =>
    deps.transact(async (changes) => {
      const { applicationId, caseNumber, acceptedAt } = accepted;
      const existing = await changes.find(caseKind, caseNumber);
      if (existing !== undefined) return requireCaseOf(existing, applicationId);
      const counting = countingOf(deps);
      const tracks = items.map((item, index) =>
        openTrack({ applicationId, caseNumber, ordinal: index + 1, acceptedAt, item }, counting),
      );
      const dues = tracks.map(({ state: { item, itemName, agency, dates } }) => ({
        item,
        itemName,
        agency,
        statutory: dates.statutory,
        ...(dates.promised && { promised: dates.promised }),
      }));
      const opening = { tracks: dues, leadAgencyName: items[0]?.agencyName ?? '' };
      createCase(changes, decide(accepted, opening, deps.now(), counting));
      for (const track of tracks) createTrack(changes, track);
    });
