import { rederives, type Rederivation } from '@onewindow/journal';
import type { CalendarGround, PlaceRules } from '@onewindow/service';
import { deadlinesOf, rederiveApplication } from '../domain/rederivation.js';
import { APPLICATION } from '../use-cases/aggregates.js';

/** What is derived anew when a calendar was published. The dates of the tracks are the bureau's, which tells them. */
export const rederivations = ({
  workingDaysToAccept,
  workingDaysToCorrect,
}: PlaceRules): readonly Rederivation<CalendarGround>[] => [
  rederives(APPLICATION, {
    open: `status in ('submitted', 'awaiting-correction', 'corrected')`,
    derive: (application, ground: CalendarGround) =>
      rederiveApplication(application, { ...ground, workingDaysToAccept, workingDaysToCorrect }),
    deadlinesOf,
  }),
];
