import { endOfDay, type Instant, type LegalDate } from '@onewindow/kernel';
import type { DueDate as DerivedDueDate } from '@onewindow/statutory-clock';

/**
 * A date the law attaches to something, as plain data. Without `due` it is open: the calendar of `missingYear` is not
 * published. With `haltedSince` the clock stands still and `due` is only what the notices announce.
 */
export interface DueDate {
  readonly haltedSince?: LegalDate;
  readonly due?: LegalDate;
  readonly notBefore?: LegalDate;
  readonly missingYear?: number;
}

export function plainDueDate(derived: DerivedDueDate): DueDate {
  switch (derived.kind) {
    case 'date':
      return { due: derived.date };
    case 'open':
      return { notBefore: derived.notBefore, missingYear: derived.missingYear };
    case 'halted':
      return { haltedSince: derived.since, ...plainDueDate(derived.projected) };
  }
}

/** The first instant that is too late; nothing may happen on a date that is open or stands still. */
export const instantAfter = ({ due, haltedSince }: DueDate): Instant | undefined =>
  due === undefined || haltedSince !== undefined ? undefined : endOfDay(due);
