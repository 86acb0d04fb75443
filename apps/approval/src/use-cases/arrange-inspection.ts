import { approvalRefusals } from '../domain/approval-refusals.js';
import { inspectionKind } from '../domain/inspection/inspection.js';
import {
  arrangeInspection as decide,
  type ArrangementRequest,
} from '../domain/inspection/arranging.js';
import { isOfficerOf } from '../domain/officers.js';
import { trackId, trackKind } from '../domain/track/track.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { caseFor } from './records.js';

export interface ArrangeInspection extends ArrangementRequest {
  readonly caseNumber: string;
}

/** An approver of one of the agencies that take part arranges the visit for all of them (联合踏勘). */
export const arrangeInspection =
  ({ transact, newId }: ApprovalDependencies) =>
  ({ caseNumber, ...request }: ArrangeInspection, { actor }: Asking) =>
    transact(async (changes) => {
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
      const inspectionId = newId();
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
