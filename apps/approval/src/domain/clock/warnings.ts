import { addDays, endOfDay, startOfDay, type Instant, type LegalDate } from '@onewindow/kernel';
import {
  lampOn,
  warningDays,
  type ClockState,
  type WarningThreshold,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';

/** The clocks that warn: the statutory and the promised term of a track, its certificate, the joint handling of a bundle. */
export const WARNED_CLOCKS = ['statutory', 'promised', 'certificate', 'joint'] as const;
export type WarnedClock = (typeof WARNED_CLOCKS)[number];

/** When which lamp is lit, mildest first: the place's rule for every clock. */
export type Thresholds = Readonly<Record<WarnedClock, readonly WarningThreshold[]>>;

/** What a published item sets instead, clock by clock. */
export type OwnThresholds = Partial<Thresholds>;

export type WarningLamp = WarningThreshold['lamp'];

/** A lamp, and the first instant at which it is lit. */
export interface LitFrom {
  readonly lamp: WarningLamp;
  readonly from: Instant;
}

/** The newest warning that was recorded of a clock, and of which date. */
export interface Warned extends LitFrom {
  readonly due: LegalDate;
}

/**
 * The lamps of a clock before its end, soonest first; none where no date is known or the act is done. Never on the day on
 * which the term begins: nobody can be late on it.
 */
export function lampsOf(
  clock: ClockState,
  thresholds: readonly WarningThreshold[],
  calendar: WorkingCalendar,
): readonly LitFrom[] {
  if (clock.due.kind !== 'date') return [];
  const end = endOfDay(clock.due.date);
  const earliest = startOfDay(addDays(clock.startedOn, 1));
  return warningDays(clock, calendar, thresholds)
    .map(({ lamp, on }) => ({ lamp, from: later(startOfDay(on), earliest) }))
    .filter(({ from }) => from < end)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** What has not been warned of yet; a date that moved is warned of anew. */
const pending = (lamps: readonly LitFrom[], due: LegalDate, warned: Warned | undefined) =>
  lamps.filter(({ from }) => warned === undefined || warned.due !== due || from > warned.from);

/** When to warn next. */
export const nextWarning = (
  lamps: readonly LitFrom[],
  due: LegalDate | undefined,
  warned: Warned | undefined,
): Instant | undefined => (due === undefined ? undefined : pending(lamps, due, warned)[0]?.from);

/** The gravest warning that time has reached and nobody has recorded: a late firing warns once, of what holds now. */
export function reachedWarning(
  lamps: readonly LitFrom[],
  due: LegalDate | undefined,
  warned: Warned | undefined,
  now: Instant,
): Warned | undefined {
  if (due === undefined) return undefined;
  const reached = pending(lamps, due, warned).findLast(({ from }) => from <= now);
  return reached && { ...reached, due };
}

/** The lamp that is lit on a day; none while there is nothing to warn of. */
export function litLamp(
  clock: ClockState,
  today: LegalDate,
  calendar: WorkingCalendar,
  thresholds: readonly WarningThreshold[],
): WarningLamp | undefined {
  const lamp = lampOn(clock, today, calendar, thresholds);
  return lamp === 'grey' || lamp === 'green' ? undefined : lamp;
}
