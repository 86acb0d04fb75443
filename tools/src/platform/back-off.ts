const FIRST_MS = 200;
const LONGEST_MS = 10_000;
/** A process that ran this long was well: its next crash counts as the first. */
const WELL_AFTER_MS = 30_000;

/** How long to wait before the next start, from how often it crashed in a row: 200 ms, doubling, at most 10 s. */
export const pauseAfter = (crashes: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, crashes - 1));

/** Crashes in a row, counting the one that ended a run of this length. */
export const crashesInARow = (before: number, ranForMs: number): number =>
  ranForMs >= WELL_AFTER_MS ? 1 : before + 1;
