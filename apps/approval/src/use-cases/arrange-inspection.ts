import { Refusal, type Actor, type Changes } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { Case } from '../domain/case/case.js';
import { inspectionKind } from '../domain/inspection/inspection.js';
import {
  arrangeInspection as decide,
  type ArrangementRequest,
} from '../domain/inspection/arranging.js';
import { isOfficerOf } from '../domain/officers.js';
import { requireMayAct } from '../domain/officers/may-act.js';
import { trackId, trackKind, type Track } from '../domain/track/track.js';
import { REVIEWING, standingOf } from './acting.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseFor } from './records.js';

export interface ArrangeInspection extends ArrangementRequest {
  readonly caseNumber: string;
}

/** An approver of one of the agencies that take part arranges the visit for all of them (联合踏勘). */
export const arrangeInspection =
  (deps: ApprovalDependencies) =>
  ({ caseNumber, ...request }: ArrangeInspection, { actor }: Asking) =>
    deps.transact(async (changes) => {
      const of = await caseFor(changes, caseNumber, actor);
      const items = [...new Set(request.items)];
      const asked = of.tracks.filter(({ item }) => items.includes(item));
      const agencies = (asked.length > 0 ? asked : of.tracks).map(({ agency }) => agency);
      if (!agencies.some((agency) => isOfficerOf(actor, agency, 'approver'))) {
        throw approvalRefusals.refuse('not-the-deciding-agency');
      }
      const tracks = await Promise.all(
        asked.map(({ item }) => changes.load(trackKind, trackId(caseNumber, item))),
      );
      await requireOneOfOwn(deps, changes, of, tracks, actor);
      const inspectionId = deps.newId();
      const arrangement = {
        inspectionId,
        applicationId: of.applicationId,
        caseNumber,
        arrangedBy: actor.id,
        request,
        tracks,
      };
      changes.create(inspectionKind, inspectionId, decide(arrangement));
      return { inspectionId };
    });

/** The visit is joint: whoever may act on one of the tracks of their own agency arranges it for all. */
async function requireOneOfOwn(
  deps: ApprovalDependencies,
  changes: Changes,
  of: Case,
  tracks: readonly Track[],
  actor: Actor,
): Promise<void> {
  let refused: Refusal | undefined;
  for (const track of tracks.filter(({ agency }) => isOfficerOf(actor, agency, 'approver'))) {
    const standing = await standingOf(deps, changes, { track, of, act: REVIEWING }, actor);
    try {
      requireMayAct(track, REVIEWING, actor, standing);
      return;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused ??= error;
    }
  }
  if (refused !== undefined) throw refused;
}
