import { endOfDay, legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import { countForward, type DerivedDate, type WorkingCalendar } from '@onewindow/statutory-clock';

export interface ItemTerm {
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
  readonly source: string;
  /** Procedures whose time does not count beside the eight of 许可法 45, each with its article. */
  readonly exclusions?: {
    readonly procedure: string;
    readonly name: string;
    readonly nameEn?: string;
    readonly article: string;
  }[];
  /** What the item's own law says of an extension; the bureau judges by it (许可法 42). */
  readonly extension?: {
    readonly maxDays: number;
    readonly approver: 'agency-head' | 'government-head';
    readonly source: string;
  };
}

/** A date as it crosses the bus: `due`, or what is missing for it. */
export interface WireDate {
  /** The clock stands still since that day. */
  readonly haltedSince?: string;
  readonly due?: string;
  readonly notBefore?: string;
  readonly missingYear?: number;
}

export const wireDate = (date: DerivedDate): WireDate =>
  date.kind === 'date'
    ? { due: date.date }
    : { notBefore: date.notBefore, missingYear: date.missingYear };

/** The same date as the statutory clock knows it; of a date without bounds nothing is known but that it is open. */
export const derivedDate = ({ due, notBefore, missingYear }: WireDate): DerivedDate =>
  due !== undefined
    ? { kind: 'date', date: due as LegalDate }
    : {
        kind: 'open',
        notBefore: (notBefore ?? '0001-01-01') as LegalDate,
        missingYear: missingYear ?? 0,
      };

export const isSameDate = (a: WireDate | undefined, b: WireDate | undefined): boolean =>
  a?.haltedSince === b?.haltedSince &&
  a?.due === b?.due &&
  a?.notBefore === b?.notBefore &&
  a?.missingYear === b?.missingYear;

/** The last day of a term that an event at `from` sets off; that day itself is not counted. */
export function termFrom(
  from: Instant,
  term: Pick<ItemTerm, 'unit' | 'days'>,
  calendar: WorkingCalendar,
): WireDate {
  return wireDate(countForward(legalDateAt(from), term, calendar).due);
}

/** The first instant that is too late; undefined while the date is open, on which nothing may be armed. */
export const instantAfter = ({ due }: WireDate): Instant | undefined =>
  due === undefined ? undefined : endOfDay(due as Parameters<typeof endOfDay>[0]);

/** Past for sure: an open date never is. */
export const isOver = (date: WireDate, now: Instant): boolean => {
  const end = instantAfter(date);
  return end !== undefined && now >= end;
};
