import { rederives, type Rederivation } from '@onewindow/journal';
import type { CalendarGround } from '@onewindow/service';
import { deadlinesOf, rederiveAcknowledgement } from '../domain/acknowledgement-term.js';
import { HANDOVER } from '../use-cases/aggregates.js';

/** What is derived anew when a calendar was published. */
export const rederivations: readonly Rederivation<CalendarGround>[] = [
  rederives(HANDOVER, {
    open: `status = 'received' and state->'overdueSince' is null`,
    derive: rederiveAcknowledgement,
    deadlinesOf,
  }),
];
