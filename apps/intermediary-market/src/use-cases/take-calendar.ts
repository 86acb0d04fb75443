import type { Instant } from '@onewindow/kernel';
import { calendarYearKind, readYearTable, takeEdition } from '@onewindow/statutory-clock';
import type { MarketDependencies } from './ports.js';

/** What intake tells of a published calendar. */
export interface TakeCalendar {
  readonly calendar: { readonly year: number };
  readonly edition: number;
  readonly publishedAt: Instant;
}

/** Counts by what intake has published from now on; the open dates are derived anew behind it. */
export const takeCalendar =
  ({ transact }: Pick<MarketDependencies, 'transact'>) =>
  ({ calendar, edition, publishedAt }: TakeCalendar): Promise<void> =>
    transact(async (changes) => {
      const id = String(calendar.year);
      const stored = await changes.find(calendarYearKind, id);
      const table = readYearTable({ ...calendar, version: edition });
      const change = takeEdition(stored, table, publishedAt);
      if (stored === undefined) changes.create(calendarYearKind, id, change);
      else changes.save(calendarYearKind, id, change);
    });
