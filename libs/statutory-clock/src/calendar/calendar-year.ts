import { aggregateKind, unchanged, type Change, type Instant } from '@onewindow/kernel';
import { PUBLISHED_YEARS } from './published-years.js';
import type { YearTable } from './year-table.js';

/** One notice in the history of a year. */
export interface EditionOfYear {
  readonly edition: number;
  readonly title: string;
  readonly documentNumber: string;
  /** Absent: it ships with the platform. */
  readonly publishedAt?: Instant;
}

/** The working calendar of one year as a service keeps it. */
export interface CalendarYear {
  /** The year. */
  readonly id: string;
  /** In force; its version is the edition. */
  readonly table: YearTable;
  /** Oldest first. */
  readonly editions: readonly EditionOfYear[];
  /** The participants that were told of the edition in force. */
  readonly toldTo: readonly string[];
}

export type CalendarYearEvent =
  | {
      readonly type: 'calendar-published';
      readonly edition: number;
      readonly publishedAt: Instant;
      readonly to: readonly string[];
    }
  /** Somebody takes part who did not when it was published. */
  | { readonly type: 'calendar-told'; readonly to: readonly string[] };

export const calendarYearKind = aggregateKind<CalendarYear, CalendarYearEvent>('calendar-year');

/** What ships with the platform for a year. */
export const shippedTable = (year: number): YearTable | undefined =>
  PUBLISHED_YEARS.find((table) => table.year === year);

/** The notices of a year up to the one in force, whether it was published here or came with the platform. */
export function editionsOf(year: number, stored: CalendarYear | undefined): EditionOfYear[] {
  if (stored !== undefined) return [...stored.editions];
  const shipped = shippedTable(year);
  return shipped === undefined ? [] : [editionOf(shipped)];
}

/** A notice comes into force as the next edition of its year; the one that is in force already changes nothing. */
export function publishEdition(
  stored: CalendarYear | undefined,
  notice: YearTable,
  publishedAt: Instant,
  to: readonly string[],
): Change<CalendarYear, CalendarYearEvent> {
  const { year } = notice;
  const before = editionsOf(year, stored);
  const inForce = stored?.table ?? shippedTable(year);
  const edition = (inForce?.version ?? 0) + 1;
  const table = { ...notice, version: edition };
  if (inForce !== undefined && isSame(inForce, table)) {
    return unchanged(stored ?? { id: String(year), table: inForce, editions: before, toldTo: [] });
  }
  return {
    state: {
      id: String(year),
      table,
      editions: [...before, { ...editionOf(table), publishedAt }],
      toldTo: to,
    },
    events: [{ type: 'calendar-published', edition, publishedAt, to }],
  };
}

/** What another service has published is taken over under its edition; an older one that comes late changes nothing. */
export function takeEdition(
  stored: CalendarYear | undefined,
  table: YearTable,
  publishedAt: Instant,
): Change<CalendarYear, CalendarYearEvent> {
  if (stored !== undefined && stored.table.version >= table.version) return unchanged(stored);
  const editions = editionsOf(table.year, stored).filter(({ edition }) => edition < table.version);
  return {
    state: {
      id: String(table.year),
      table,
      editions: [...editions, { ...editionOf(table), publishedAt }],
      toldTo: [],
    },
    events: [{ type: 'calendar-published', edition: table.version, publishedAt, to: [] }],
  };
}

/** Tells those who have not been told of the edition in force. */
export function tellCalendar(
  stored: CalendarYear,
  hearers: readonly string[],
): Change<CalendarYear, CalendarYearEvent> {
  const to = hearers.filter((each) => !stored.toldTo.includes(each));
  if (to.length === 0) return unchanged(stored);
  return {
    state: { ...stored, toldTo: [...stored.toldTo, ...to] },
    events: [{ type: 'calendar-told', to }],
  };
}

const editionOf = ({ version, source }: YearTable): EditionOfYear => ({
  edition: version,
  title: source.title,
  documentNumber: source.documentNumber,
});

/** The order of keys, and the edition, make no other calendar. */
const isSame = (one: YearTable, other: YearTable): boolean =>
  ordered({ ...one, version: 0 }) === ordered({ ...other, version: 0 });

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
