import type { LegalDate } from '@onewindow/kernel';
import { dateOfDay, dayNumber, yearOfDay } from '../calendar/day-number.js';
import type { DayNumber } from '../calendar/day-number.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { spanAt, unionOf } from './spans.js';
import type { Span } from './spans.js';
import type { DerivedDate, Interval, OpenDate, Term } from './term.js';

/** Where a term ends, and for natural days where it would have ended on a working day. */
export interface ForwardCount {
  readonly due: DerivedDate;
  /** Last counted natural day, before it rolled over (民法典 203). */
  readonly rawLastDay?: LegalDate;
}

/**
 * The last day of a term that began with an event on `start`. The day of the event is not counted
 * (民法典 201), nor is any day of `excluded`; a natural-day term that ends on a day off rolls to the
 * next working day (民法典 203). A term of no days ends on the day of the event itself (即办).
 * Throws a RangeError for a term that is not a whole number.
 */
export function countForward(
  start: LegalDate,
  term: Term,
  calendar: WorkingCalendar,
  excluded: readonly Interval[] = [],
): ForwardCount {
  requireWholeTerm(term);
  if (naturalDaysOf(start, term) === 0) return { due: { kind: 'date', date: start } };
  const spans = unionOf(excluded);
  const first = dayNumber(start);
  if (term.unit === 'working-day') {
    return { due: workingDayAfter(first, term.days, calendar, spans) };
  }
  const raw = naturalDayAfter(first, naturalDaysOf(start, term), spans);
  return { due: rollOver(raw, calendar, spans), rawLastDay: dateOfDay(raw) };
}

/** A term comes from a catalogue or a rule; a wrong one must not become a date. */
export function requireWholeTerm(term: Term, least = 0): void {
  const size = term.unit === 'month' || term.unit === 'year' ? term.count : term.days;
  if (!Number.isInteger(size) || size < least) throw new RangeError(`not a term: ${size}`);
}

/** How many natural days a term has from its start; months and years by the day with the same number (民法典 202). */
export function naturalDaysOf(start: LegalDate, term: Term): number {
  if (term.unit !== 'month' && term.unit !== 'year') return term.days;
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  const target = month - 1 + (term.unit === 'year' ? 12 * term.count : term.count);
  const lastOfMonth = new Date(Date.UTC(year, target + 1, 0)).getUTCDate();
  const end = Date.UTC(year, target, Math.min(day, lastOfMonth)) / 86_400_000;
  return end - dayNumber(start);
}

function workingDayAfter(
  start: DayNumber,
  days: number,
  calendar: WorkingCalendar,
  spans: readonly Span[],
): DerivedDate {
  let cursor = start;
  let remaining = days;
  for (const span of spans) {
    const gapEnd = span.from - 1;
    if (gapEnd > cursor) {
      const known = Math.min(gapEnd, calendar.publishedThrough(cursor + 1));
      const count = calendar.countAfter(cursor, known);
      if (count >= remaining) return dated(calendar.nthAfter(cursor, remaining));
      if (known < gapEnd) return openFrom(Math.max(known, cursor) + 1);
      remaining -= count;
    }
    cursor = Math.max(cursor, span.to);
  }
  const known = calendar.publishedThrough(cursor + 1);
  const day = calendar.nthAfter(cursor, remaining);
  if (day === undefined || day > known) return openFrom(Math.max(known, cursor) + 1);
  return dated(day);
}

function naturalDayAfter(start: DayNumber, days: number, spans: readonly Span[]): DayNumber {
  let day = start + days;
  for (const { from, to } of spans) {
    if (from > day) break;
    if (to > start) day += to - Math.max(from, start + 1) + 1;
  }
  return day;
}

/** Rolls past days off, and past excluded days: the last day of a term is never one that does not count. */
function rollOver(raw: DayNumber, calendar: WorkingCalendar, spans: readonly Span[]): DerivedDate {
  for (let day = raw; ;) {
    const known = calendar.publishedThrough(day);
    const working = calendar.nthAfter(day - 1, 1);
    if (working === undefined || working > known) return openFrom(Math.max(known + 1, day));
    const span = spanAt(spans, working);
    if (span === undefined) return dated(working);
    day = span.to + 1;
  }
}

function dated(day: DayNumber | undefined): DerivedDate {
  if (day === undefined) throw new RangeError('a counted day must be in the calendar');
  return { kind: 'date', date: dateOfDay(day) };
}

const openFrom = (day: DayNumber): OpenDate => ({
  kind: 'open',
  notBefore: dateOfDay(day),
  missingYear: yearOfDay(day),
});
