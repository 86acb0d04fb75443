import type { Instant } from '@onewindow/kernel';
import { askDepartments, type ConsultationRequest } from '../domain/consultation/asking.js';
import { consultationKind, type OpinionAsked } from '../domain/consultation/consultation.js';
import { consultOn } from '../domain/track/consulted.js';
import { trackId } from '../domain/track/track.js';
import { actingOn, REVIEWING } from './acting.js';
import { onCalendar, saveConsultation } from './give-department-opinion.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import { saveTrack, type TrackReference } from './records.js';

export type ConsultDepartments = TrackReference & ConsultationRequest;

export interface DepartmentsConsulted {
  readonly askedAt: Instant;
  readonly requests: readonly OpinionAsked[];
}

/** The approver of a track asks other departments what they think of it (征求意见). */
export const consultDepartments =
  (deps: ApprovalDependencies) =>
  (
    { caseNumber, item, ...request }: ConsultDepartments,
    { actor }: Asking,
  ): Promise<DepartmentsConsulted> =>
    deps.transact(async (changes) => {
      const acting = await actingOn(deps, changes, { caseNumber, item }, actor, REVIEWING);
      const { track, of, person: officer } = acting;
      const found = await changes.find(consultationKind, trackId(caseNumber, item));
      const before = found && onCalendar(found, deps);
      const askedAt = deps.now();
      saveTrack(
        changes,
        track,
        consultOn(
          track,
          request.departments.map(({ department }) => department),
        ),
      );
      const change = askDepartments(before, { of, track }, request, officer, askedAt, {
        rules: deps.place.consultation,
        calendar: deps.calendar(),
        newId: deps.newId,
      });
      saveConsultation(changes, before, change);
      return { askedAt, requests: change.events.flatMap(asked) };
    });

const asked = (event: ReturnType<typeof askDepartments>['events'][number]) =>
  event.type === 'opinions-asked' ? event.requests : [];
