/** By how much the clocks of the city are ahead of UTC; it has no summer time. */
const AHEAD_MS = 8 * 3_600_000;

/** As a field for a time of day holds an instant. */
export const localTimeOf = (instant: string): string =>
  new Date(Date.parse(instant) + AHEAD_MS).toISOString().slice(0, -1);

/** The other way round; what is no time stays as it was typed: the answer says so at the field. */
export function instantOf(localTime: string): string {
  const instant = new Date(Date.parse(`${localTime}Z`) - AHEAD_MS);
  return Number.isNaN(instant.getTime()) ? localTime : instant.toISOString();
}
