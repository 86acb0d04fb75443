import { rederives, type Rederivation } from '@onewindow/journal';
import type { CalendarGround, PlaceRules } from '@onewindow/service';
import { deadlinesOf, rederiveProject } from '../domain/rederivation.js';
import { PROJECT } from '../use-cases/aggregates.js';

/** What is derived anew when a calendar was published. */
export const rederivations = ({
  market: { contractWorkingDays },
}: PlaceRules): readonly Rederivation<CalendarGround>[] => [
  rederives(PROJECT, {
    open: `status in ('awarded', 'contract-proposed', 'under-contract')`,
    derive: (project, ground: CalendarGround) =>
      rederiveProject(project, { ...ground, contractWorkingDays }),
    deadlinesOf,
  }),
];
