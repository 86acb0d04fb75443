import {
  CalendarPublishedV1,
  CatalogueChangedV1,
  ReportNeededV1,
  ReportNotNeededV1,
} from '@onewindow/contracts';
import { hears, type Subscription } from '@onewindow/journal';
import { instantOf, type Instant } from '@onewindow/kernel';
import type { MarketUseCases } from '../../use-cases/market-use-cases.js';

/**
 * What the market hears: which applications lack a report that only a third party makes, the calendars that all count by,
 * and the items of the catalogue that ask for such reports.
 */
export const subscriptions = (market: MarketUseCases): readonly Subscription[] => [
  hears(ReportNeededV1, (told) => market.receiveReportNeeded(told)),
  hears(ReportNotNeededV1, ({ reason, since, ...named }) =>
    market.receiveReportNotNeeded({
      ...named,
      delivered: reason === 'delivered',
      since: since as Instant,
    }),
  ),
  hears(CalendarPublishedV1, ({ calendar, edition, publishedAt }) =>
    market.takeCalendar({ calendar, edition, publishedAt: instantOf(publishedAt) }),
  ),
  hears(CatalogueChangedV1, ({ items }) => market.takeCatalogue(items)),
];
