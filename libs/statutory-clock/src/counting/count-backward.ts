import type { LegalDate } from '@onewindow/kernel';
import { dateOfDay, dayNumber, yearOfDay } from '../calendar/day-number.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { naturalDaysOf, requireWholeTerm } from './count-forward.js';
import type { DayTerm, KnownDate } from './term.js';

/** What a term is counted back from: an expiry is the end of its day, a hearing the start. */
export type Anchor = 'end-of-day' | 'start-of-day';

/** As for a forward date; `notBefore` is a day that is early enough whatever the missing notice will say. */
export type LatestDate =
  | KnownDate
  | {
      readonly kind: 'open';
      readonly notBefore: LegalDate | null;
      readonly missingYear: number;
    };

/**
 * The latest day for an act that must leave `term` whole days before the anchor (许可法 48, 50).
 * Nothing rolls: moving the day forward would cut the term, and filing online is possible on any day.
 * Throws a RangeError for a term of less than a day.
 */
export function countBackward(
  anchorDate: LegalDate,
  anchor: Anchor,
  term: DayTerm,
  calendar: WorkingCalendar,
): LatestDate {
  requireWholeTerm(term, 1);
  const lastWhole = dayNumber(anchorDate) - (anchor === 'start-of-day' ? 1 : 0);
  if (term.unit === 'calendar-day') {
    return { kind: 'date', date: dateOfDay(lastWhole - naturalDaysOf(anchorDate, term)) };
  }
  const known = calendar.publishedFrom(lastWhole);
  const firstWhole = calendar.nthUpTo(lastWhole, term.days);
  if (known >= 0 && firstWhole !== undefined && firstWhole >= known) {
    return { kind: 'date', date: dateOfDay(firstWhole - 1) };
  }
  return {
    kind: 'open',
    notBefore: firstWhole === undefined ? null : dateOfDay(firstWhole - 1),
    missingYear: yearOfDay(known < 0 ? lastWhole : known - 1),
  };
}

/** The last working day on or before a date: the last on which an office can still act. */
export function lastWorkingDayUpTo(date: LegalDate, calendar: WorkingCalendar): LatestDate {
  const day = dayNumber(date);
  const known = calendar.publishedFrom(day);
  const working = calendar.nthUpTo(day, 1);
  if (known >= 0 && working !== undefined && working >= known) {
    return { kind: 'date', date: dateOfDay(working) };
  }
  return {
    kind: 'open',
    notBefore: working === undefined ? null : dateOfDay(working),
    missingYear: yearOfDay(known < 0 ? day : known - 1),
  };
}
