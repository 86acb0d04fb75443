import type { LegalDate } from '@onewindow/kernel';

/** A term in working days (许可法 82). */
export interface WorkingDayTerm {
  readonly unit: 'working-day';
  /** Whole; 0 is the day of the event itself 即办. */
  readonly days: number;
}

/** A term in natural days, where a law says 日 and nothing makes them working days. */
export interface CalendarDayTerm {
  readonly unit: 'calendar-day';
  /** Whole; 0 is the day of the event itself 即办. */
  readonly days: number;
}

export type DayTerm = WorkingDayTerm | CalendarDayTerm;

/** A term in months: it ends on the day with the same number (民法典 202). */
export interface MonthTerm {
  readonly unit: 'month';
  /** Whole, at least 1. */
  readonly count: number;
}

/** A term in years: it ends on the day with the same month and number (民法典 202). */
export interface YearTerm {
  readonly unit: 'year';
  /** Whole, at least 1. */
  readonly count: number;
}

export type Term = DayTerm | MonthTerm | YearTerm;

/** Longest term that is believed; a longer one is a typing error. */
export const MAX_TERM_DAYS = 3660;

export const workingDays = (days: number): WorkingDayTerm => ({ unit: 'working-day', days });
export const calendarDays = (days: number): CalendarDayTerm => ({ unit: 'calendar-day', days });
export const months = (count: number): MonthTerm => ({ unit: 'month', count });
export const years = (count: number): YearTerm => ({ unit: 'year', count });

/** Known to the day. */
export interface KnownDate {
  readonly kind: 'date';
  readonly date: LegalDate;
}

/** Not known, because a year it needs is not published; nothing may happen on such a date. */
export interface OpenDate {
  readonly kind: 'open';
  /** The first day that the calendar does not answer for: the date lies there or later. */
  readonly notBefore: LegalDate;
  readonly missingYear: number;
}

export type DerivedDate = KnownDate | OpenDate;

/** Days that do not count, both ends included. */
export interface Interval {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

export const knownDate = (date: LegalDate): KnownDate => ({ kind: 'date', date });
