import { rederives, type Rederivation } from '@onewindow/journal';
import type { CalendarGround } from '@onewindow/service';
import { caseDeadlinesOf, caseKind } from '../domain/case/case.js';
import { consultationDeadlinesOf, consultationKind } from '../domain/consultation/consultation.js';
import { handoverDeadlinesOf, handoverKind } from '../domain/handover/handover.js';
import { licenceDeadlinesOf, licenceKind } from '../domain/licence/licence.js';
import { rederiveCase } from '../domain/rederivation/rederive-case.js';
import { rederiveConsultation } from '../domain/rederivation/rederive-consultation.js';
import { rederiveHandover } from '../domain/rederivation/rederive-handover.js';
import { rederiveLicence } from '../domain/rederivation/rederive-licence.js';
import { rederiveTrack } from '../domain/rederivation/rederive-track.js';
import { deadlinesOf } from '../domain/track/term.js';
import { trackKind } from '../domain/track/track.js';
import { countingOf } from '../use-cases/counting.js';
import type { ApprovalPlaceRules } from '../use-cases/ports.js';

/** What is derived anew when a calendar was published. */
export const rederivations = (
  place: ApprovalPlaceRules,
): readonly Rederivation<CalendarGround>[] => [
  rederives(trackKind, {
    open: `state->>'status' not in ('granted', 'refused', 'withdrawn') and state->'missedAt' is null`,
    derive: (track, { calendar, reason }: CalendarGround) =>
      rederiveTrack(track, countingOf({ calendar: () => calendar, place }), { calendars: reason }),
    deadlinesOf,
  }),
  rederives(caseKind, {
    open: `status = 'open' and state->'joint' is not null and state#>'{joint,missedAt}' is null`,
    derive: (of, { calendar, reason }: CalendarGround) =>
      rederiveCase(of, countingOf({ calendar: () => calendar, place }), { calendars: reason }),
    deadlinesOf: caseDeadlinesOf,
  }),
  rederives(licenceKind, {
    open: `state->'annulledAt' is null and ((state->'servedAt' is null and state->'serviceOverdueSince' is null)
      or (state->'useBy' is not null and state->'use' is null and state->'lapsed' is null))`,
    derive: (licence, { calendar, reason }: CalendarGround) =>
      rederiveLicence(licence, countingOf({ calendar: () => calendar, place }), {
        calendars: reason,
      }),
    deadlinesOf: licenceDeadlinesOf,
  }),
  rederives(consultationKind, {
    open: `state->>'status' = 'asking'`,
    derive: (consultation, { calendar, reason }: CalendarGround) =>
      rederiveConsultation(
        consultation,
        { calendar, rules: place.consultation },
        { calendars: reason },
      ),
    deadlinesOf: consultationDeadlinesOf,
  }),
  rederives(handoverKind, {
    open: `status = 'sent' and state->'overdueSince' is null`,
    derive: (handover, { calendar, reason }: CalendarGround) =>
      rederiveHandover(handover, { ...place, calendar }, { calendars: reason }),
    deadlinesOf: handoverDeadlinesOf,
  }),
];
