import { CalendarPublishedV1, DecisionHandedOverV1 } from '@onewindow/contracts';
import { hears, type Subscription } from '@onewindow/journal';
import { instantOf } from '@onewindow/kernel';
import type { SupervisionUseCases } from '../../use-cases/supervision-use-cases.js';

/** What supervision hears: the bureau's decisions that its departments supervise, and the calendars that all count by. */
export const subscriptions = (supervision: SupervisionUseCases): readonly Subscription[] => [
  hears(DecisionHandedOverV1, ({ handedOverAt, ...received }) =>
    supervision.receiveHandover({ ...received, handedOverAt: instantOf(handedOverAt) }),
  ),
  hears(CalendarPublishedV1, ({ calendar, edition, publishedAt }) =>
    supervision.takeCalendar({ calendar, edition, publishedAt: instantOf(publishedAt) }),
  ),
];
