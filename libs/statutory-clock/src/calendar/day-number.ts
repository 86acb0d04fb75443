import type { LegalDate } from '@onewindow/kernel';

const DAY_MS = 86_400_000;

/** Natural days since 1970-01-01: counting needs whole numbers, people need dates. */
export type DayNumber = number;

export const dayNumber = (date: LegalDate): DayNumber =>
  Date.UTC(digits(date, 0, 4), digits(date, 5, 7) - 1, digits(date, 8, 10)) / DAY_MS;

export const dateOfDay = (day: DayNumber): LegalDate =>
  new Date(day * DAY_MS).toISOString().slice(0, 10) as LegalDate;

export const yearOfDay = (day: DayNumber): number => new Date(day * DAY_MS).getUTCFullYear();

export const firstDayOfYear = (year: number): DayNumber => Date.UTC(year, 0, 1) / DAY_MS;

/** 1970-01-01 was a Thursday; 0 is Sunday. */
export const weekdayOfDay = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

export const isWeekend = (day: DayNumber): boolean => weekdayOfDay(day) % 6 === 0;

/** Reads digits in place: a million re-derivations must not cut a million strings apart. */
function digits(date: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + date.charCodeAt(at) - 48;
  return value;
}
