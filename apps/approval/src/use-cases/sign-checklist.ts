import type { Changes, Instant } from '@onewindow/kernel';
import type { InspectionStatus } from '../domain/inspection/inspection-lifecycle.js';
import { inspectionKind, type Inspection } from '../domain/inspection/inspection.js';
import { pointsNotMet, signChecklist as decide } from '../domain/inspection/checklist.js';
import { completeSiteVisit } from '../domain/track/site-visit.js';
import type { Counting } from '../domain/track/track-clock.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { inspectionFor, saveTrack, trackOf } from './records.js';

export interface SignChecklist {
  readonly inspectionId: string;
  readonly item: string;
}

export interface SignedChecklist {
  readonly signedAt: Instant;
  readonly inspectionStatus: InspectionStatus;
}

/** With the last signature what was found becomes part of every inspected track, in the same transaction. */
export const signChecklist =
  (deps: ApprovalDependencies) =>
  ({ inspectionId, item }: SignChecklist, { actor }: Asking): Promise<SignedChecklist> =>
    deps.transact(async (changes) => {
      const signedAt = deps.now();
      const inspection = await inspectionFor(changes, inspectionId, actor);
      const change = decide(inspection, item, actor, signedAt);
      changes.save(inspectionKind, inspectionId, change);
      const { status } = change.state;
      if (status === 'completed') {
        await completeVisits(changes, change.state, signedAt, countingOf(deps));
      }
      return { signedAt, inspectionStatus: status };
    });

async function completeVisits(
  changes: Changes,
  { inspectionId, caseNumber, checklists }: Inspection,
  completedAt: Instant,
  counting: Counting,
): Promise<void> {
  for (const checklist of checklists) {
    const track = await trackOf(changes, { caseNumber, item: checklist.item });
    const visit = { inspectionId, completedAt, notMet: pointsNotMet(checklist) };
    saveTrack(changes, track, completeSiteVisit(track, visit, counting));
  }
}
