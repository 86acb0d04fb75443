import type { WorkingCalendar } from './working-calendar.js';

/** Which notice is in force for a year, and the how-manieth it is. */
export interface CalendarEdition {
  readonly year: number;
  readonly edition: number;
  /** Document number 发文字号. */
  readonly documentNumber: string;
}

/** What is in force and was not when something was derived on the calendar of `version`; everything without one. */
export function editionsSince(
  calendar: WorkingCalendar,
  version: string | undefined,
): readonly CalendarEdition[] {
  const known = version === undefined ? new Map<number, number>() : editionsIn(version);
  return calendar.years.flatMap((year) => {
    const table = calendar.table(year);
    if (table === undefined || known.get(year) === table.version) return [];
    const { documentNumber } = table.source;
    return [{ year, edition: table.version, documentNumber }];
  });
}

/** Whether a calendar has everything that the other one has: an older release of a program may know less. */
export function isAsNewAs(version: string, other: string): boolean {
  const editions = editionsIn(version);
  return [...editionsIn(other)].every(([year, edition]) => (editions.get(year) ?? 0) >= edition);
}

/** Reads `2026.2 2027.1`, the version that a calendar says of itself. */
const editionsIn = (version: string): Map<number, number> =>
  new Map(
    [...version.matchAll(/(?<!\S)(\d{4})\.(\d+)(?!\S)/g)].map(([, year, edition]) => [
      Number(year),
      Number(edition),
    ]),
  );
