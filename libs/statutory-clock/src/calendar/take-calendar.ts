import type { Instant, Transact } from '@onewindow/kernel';
import { calendarYearKind, takeEdition } from './calendar-year.js';
import { readYearTable } from './read-year-table.js';

/** What intake tells of a published calendar. */
export interface TakeCalendar {
  readonly calendar: { readonly year: number };
  readonly edition: number;
  readonly publishedAt: Instant;
}

/**
 * The use case of every service that hears of a calendar: from now on it counts by what intake has published; the open dates
 * are derived anew behind it. An edition that is known already changes nothing.
 */
export const takeCalendar =
  ({ transact }: { readonly transact: Transact }) =>
  ({ calendar, edition, publishedAt }: TakeCalendar): Promise<void> =>
    transact(async (changes) => {
      const id = String(calendar.year);
      const stored = await changes.find(calendarYearKind, id);
      const table = readYearTable({ ...calendar, version: edition });
      const change = takeEdition(stored, table, publishedAt);
      if (stored === undefined) changes.create(calendarYearKind, id, change);
      else changes.save(calendarYearKind, id, change);
    });
