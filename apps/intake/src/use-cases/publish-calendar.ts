import { calendarYearKind, publishEdition, tellCalendar } from '@onewindow/statutory-clock';
import { readNotice } from '../domain/calendar-notice.js';
import type { IntakeDependencies } from './ports.js';

/** The notice of one year, as an administrator typed it. */
export interface PublishCalendar {
  readonly year: number;
}

/** Publishes the working calendar of a year, or the notice that amends it; everybody who counts by it is told. */
export const publishCalendar =
  ({ transact, now, region, calendars }: IntakeDependencies) =>
  (notice: PublishCalendar): Promise<{ year: number; edition: number }> =>
    transact(async (changes) => {
      const table = readNotice(notice, region);
      const id = String(table.year);
      const stored = await changes.find(calendarYearKind, id);
      const change = publishEdition(stored, table, now(), calendars.hearers);
      if (stored !== undefined) changes.save(calendarYearKind, id, change);
      else if (change.events.length > 0) changes.create(calendarYearKind, id, change);
      return { year: table.year, edition: change.state.table.version };
    });

/** Who takes part is read at the start: then a new participant learns of what was published before it. */
export const tellCalendars =
  ({ transact, calendars }: IntakeDependencies) =>
  async (): Promise<void> => {
    for (const year of await calendars.years()) {
      await transact(async (changes) => {
        const stored = await changes.load(calendarYearKind, year);
        changes.save(calendarYearKind, year, tellCalendar(stored, calendars.hearers));
      });
    }
  };
