import {
  CalendarPublishedV1,
  CatalogueChangedV1,
  DecisionHandedOverV1,
} from '@onewindow/contracts';
import { hears, type Subscription } from '@onewindow/journal';
import { instantOf } from '@onewindow/kernel';
import type { SupervisionUseCases } from '../../use-cases/supervision-use-cases.js';

/** What supervision hears: the bureau's decisions that its departments supervise, the calendars that all count by, and the items of the catalogue that concern them. */
export const subscriptions = (supervision: SupervisionUseCases): readonly Subscription[] => [
  hears(DecisionHandedOverV1, ({ handedOverAt, ...received }) =>
    supervision.receiveHandover({ ...received, handedOverAt: instantOf(handedOverAt) }),
  ),
  hears(CalendarPublishedV1, ({ calendar, edition, publishedAt }) =>
    supervision.takeCalendar({ calendar, edition, publishedAt: instantOf(publishedAt) }),
  ),
  hears(CatalogueChangedV1, ({ items }) => supervision.takeCatalogue(items)),
];
