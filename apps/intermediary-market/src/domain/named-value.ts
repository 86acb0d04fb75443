import type { NamedPublicValue, PublicValueForm } from '@onewindow/draw';
import { instantOf, legalDate, type LegalDate } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { workingDaysAfter, type WireDate } from './terms.js';

/** What the place lets decide the draw: a value that appears on every weekday that is a working day. */
export interface PublicValueRule {
  readonly publication: string;
  readonly quantity: string;
  readonly form: PublicValueForm;
  readonly where: string;
  /** Time of the day from which it can be known, `HH:MM` in Asia/Shanghai. */
  readonly appearsAt: string;
}

/**
 * The first day after closing that is a working day and no weekend: exchanges stay closed on a Saturday that is worked
 * to make up for a holiday.
 */
export function namedValue(
  { due: closesOn }: WireDate,
  rule: PublicValueRule,
  calendar: WorkingCalendar,
): NamedPublicValue | undefined {
  if (closesOn === undefined) return undefined;
  const { publication, quantity, form, where, appearsAt } = rule;
  let day: LegalDate = legalDate(closesOn);
  do {
    const { due } = workingDaysAfter(day, 1, calendar);
    if (due === undefined) return undefined;
    day = legalDate(due);
  } while (isWeekend(day));
  return {
    publication,
    issue: day,
    quantity,
    form,
    appearsAt: instantOf(`${day}T${appearsAt}:00+08:00`),
    where,
  };
}

/** A legal date read as UTC has the weekday that it has in Shanghai. */
const isWeekend = (day: LegalDate): boolean => [0, 6].includes(new Date(day).getUTCDay());
