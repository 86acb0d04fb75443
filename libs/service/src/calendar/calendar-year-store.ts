import {
  aggregateTableSql,
  defineStore,
  type AggregateStore,
  type Publications,
} from '@onewindow/journal';
import {
  calendarYearKind,
  type CalendarYear,
  type CalendarYearEvent,
} from '@onewindow/statutory-clock';
import { ServiceMigration } from '../service-migration.js';
import { CALENDAR_REFERENCE } from './calendar-in-force.js';

/** The calendars of the years that were published; saving one makes another calendar the one in force. */
export const calendarYearStore = (
  publications: Publications<CalendarYearEvent, CalendarYear> = PRIVATE,
): AggregateStore =>
  defineStore({
    kind: calendarYearKind,
    correlationOf: ({ id }) => `calendar:${id}`,
    publications,
    reference: CALENDAR_REFERENCE,
  });

/** For services that heard of it from intake. */
const PRIVATE = {
  'calendar-published': 'private',
  'calendar-told': 'private',
} satisfies Publications<CalendarYearEvent, CalendarYear>;

/** Every service keeps the calendars itself: dates go on while intake is away. */
export class CalendarMigration extends ServiceMigration {
  override up(): void {
    this.addSql(aggregateTableSql('calendar-year', { runtimeRole: this.runtimeRole }));
  }
}
