import { endOfDay, legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import { countForward, type WorkingCalendar } from '@onewindow/statutory-clock';

/** A date as it crosses the bus: `due`, or what is missing for it. */
export interface WireDate {
  readonly haltedSince?: string;
  readonly due?: string;
  readonly notBefore?: string;
  readonly missingYear?: number;
}

/** The last of so many working days; the day that sets the term off is not counted (民法典 201). */
export function workingDaysAfter(
  from: LegalDate,
  days: number,
  calendar: WorkingCalendar,
): WireDate {
  const { due } = countForward(from, { unit: 'working-day', days }, calendar);
  return due.kind === 'date'
    ? { due: due.date }
    : { notBefore: due.notBefore, missingYear: due.missingYear };
}

export const workingDaysFrom = (from: Instant, days: number, calendar: WorkingCalendar): WireDate =>
  workingDaysAfter(legalDateAt(from), days, calendar);

/** The first instant that is too late; undefined while the date is open, on which nothing may be armed. */
export const instantAfter = ({ due }: WireDate): Instant | undefined =>
  due === undefined ? undefined : endOfDay(due as LegalDate);

export const isSameDate = (one: WireDate, other: WireDate): boolean =>
  one.due === other.due &&
  one.notBefore === other.notBefore &&
  one.missingYear === other.missingYear;
