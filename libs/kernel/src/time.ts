/** An instant as UTC text with milliseconds (`2026-02-09T02:12:00.000Z`): it sorts, and it can be hashed. */
export type Instant = string & { readonly __instant: true };

/** A legal date in Asia/Shanghai as `YYYY-MM-DD`: a date, not a timestamp; it sorts as text. */
export type LegalDate = string & { readonly __legalDate: true };

/** Reads the time; production reads the host, demonstrations a clock that is moved by command. */
export type Clock = () => Instant;

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Text must name its zone (`Z`, `+08:00`): without one it would mean another moment on every host. Throws a RangeError. */
export function instantOf(value: Date | number | string): Instant {
  const date = new Date(typeof value === 'string' && !isZonedTime(value) ? Number.NaN : value);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  // Outside the years 0 to 9999 the text would be longer and no longer sort.
  if (text.length !== 24) throw new RangeError(`not an instant: ${String(value)}`);
  return text as Instant;
}

function isZonedTime(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})[T ].+(?:Z|[+-]\d{2}(?::?\d{2})?)$/.exec(text);
  return isLegalDate(match?.[1] ?? '');
}

/** Reads `YYYY-MM-DD`; a date that does not exist throws a RangeError. */
export function legalDate(text: string): LegalDate {
  if (!isLegalDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

export function isLegalDate(text: string): text is LegalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date in Asia/Shanghai (UTC+8 all year since 1991) at an instant. */
export function legalDateAt(instant: Instant): LegalDate {
  return dateOf(Date.parse(instant) + SHANGHAI_OFFSET_MS);
}

const dateOf = (time: number): LegalDate => instantOf(time).slice(0, 10) as LegalDate;

/** The first instant of the day in Asia/Shanghai. */
export function startOfDay(date: LegalDate): Instant {
  return instantOf(Date.parse(`${date}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}

/** 24:00 of the day, where a term ends (民法典 203): the first instant that is too late. */
export function endOfDay(date: LegalDate): Instant {
  return instantOf(Date.parse(`${date}T00:00:00Z`) - SHANGHAI_OFFSET_MS + DAY_MS);
}

/** Natural days on or back. Throws a RangeError for a part of a day and after the year 9999. */
export function addDays(date: LegalDate, days: number): LegalDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not whole days: ${days}`);
  return dateOf(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}

/** Natural days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 is Sunday, as in `Date.getUTCDay`. */
export function weekday(date: LegalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export const yearOf = (date: LegalDate): number => Number(date.slice(0, 4));

export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return instantOf(Date.parse(instant) + milliseconds);
}
