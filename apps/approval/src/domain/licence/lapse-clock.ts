import { legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import {
  countForward,
  type LegalEffect,
  type Term,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import { instantAfter, plainDueDate, type DueDate } from '../due-date.js';

/** The term of an item's law in which a permit has to be used, or lapses by itself. */
export interface ItemLapse {
  readonly unit: Term['unit'];
  readonly count: number;
  /** What the term counts from: the decision, or the service of the licence. */
  readonly from: 'decision' | 'service';
  readonly source: string;
}

export interface LapseClock {
  readonly lapse?: ItemLapse;
  readonly useBy?: DueDate;
  readonly use?: LicenceUse;
  readonly lapsed?: LegalEffect;
}

/** The first use, which ends the term. */
export interface LicenceUse {
  readonly usedOn: LegalDate;
  readonly evidence: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

/** Whether the term of use is over and nobody used the licence, recorded or not. */
export const isLapsedOn = ({ useBy, use }: LapseClock, today: LegalDate): boolean =>
  useBy?.due !== undefined &&
  useBy.haltedSince === undefined &&
  use === undefined &&
  useBy.due < today;

/** From when on a licence has to be used; absent where its law names no such term. */
export function useByFrom(
  lapse: ItemLapse | undefined,
  from: ItemLapse['from'],
  at: Instant,
  calendar: WorkingCalendar,
): Pick<LapseClock, 'useBy'> {
  if (lapse === undefined || lapse.from !== from) return {};
  return { useBy: lastDayFrom(lapse, legalDateAt(at), calendar) };
}

/** The same term on another calendar; undefined where none runs. */
export function useByOn(
  { lapse, useBy, use, lapsed }: LapseClock,
  { decidedOn, servedAt }: { readonly decidedOn: LegalDate; readonly servedAt?: Instant },
  calendar: WorkingCalendar,
): DueDate | undefined {
  if (lapse === undefined || useBy === undefined) return undefined;
  if (use !== undefined || lapsed !== undefined) return undefined;
  const from = lapse.from === 'decision' ? decidedOn : servedAt && legalDateAt(servedAt);
  return from && lastDayFrom(lapse, from, calendar);
}

const lastDayFrom = (lapse: ItemLapse, from: LegalDate, calendar: WorkingCalendar): DueDate =>
  plainDueDate(countForward(from, termOf(lapse), calendar).due);

const termOf = ({ unit, count }: ItemLapse): Term =>
  unit === 'month' || unit === 'year' ? { unit, count } : { unit, days: count };

export const lapseDeadlineOf = ({ useBy, use, lapsed }: LapseClock): Instant | undefined =>
  useBy === undefined || use !== undefined || lapsed !== undefined
    ? undefined
    : instantAfter(useBy);
