/** The clocks that warn: both terms of a track, its certificate (许可法 44), the joint handling of a bundle (许可法 42②). */
const PLACE_CLOCKS = ['statutory', 'promised', 'certificate', 'joint'] as const;
export type PlaceClock = (typeof PLACE_CLOCKS)[number];

/** Lit when so many working days or so small a share of the term, from 0 to 1, are left; 0 days is the last day. */
export interface PlaceThreshold {
  readonly lamp: 'blue' | 'yellow' | 'red';
  readonly workingDaysLeft: number;
  readonly shareLeft?: number;
}

export type PlaceWarnings = Readonly<Partial<Record<PlaceClock, readonly PlaceThreshold[]>>>;

export const arePlaceWarnings = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([clock, lamps]) => (PLACE_CLOCKS as readonly string[]).includes(clock) && areThresholds(lamps),
  );

const areThresholds = (value: unknown): boolean =>
  Array.isArray(value) && value.every(isThreshold) && value.every(isGraverThanTheOneBefore);

const isThreshold = (value: unknown): boolean =>
  isRecord(value) &&
  ['blue', 'yellow', 'red'].includes(String(value['lamp'])) &&
  isWhole(value['workingDaysLeft'], -1, 365) &&
  (value['shareLeft'] === undefined || isShare(value['shareLeft']));

const isGraverThanTheOneBefore = (
  { workingDaysLeft }: PlaceThreshold,
  at: number,
  lamps: readonly PlaceThreshold[],
): boolean => at === 0 || workingDaysLeft < (lamps[at - 1]?.workingDaysLeft ?? Infinity);

export const isShare = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= 1;

export const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
