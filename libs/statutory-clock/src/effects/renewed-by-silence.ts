import { addDays } from '@onewindow/kernel';
import type { Instant, LegalDate } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { countBackward } from '../counting/count-backward.js';
import type { DayTerm } from '../counting/term.js';
import { knownDate } from '../counting/term.js';
import { BACKWARD } from '../law/clock-rule.js';
import { passedAt } from './legal-effect.js';
import type { LegalEffect } from './legal-effect.js';

export interface Renewal {
  readonly filedOn: LegalDate;
  readonly expiry: LegalDate;
  readonly decidedOn: LegalDate | null;
  /** How long before the expiry it has to be filed; 30 working days unless the item's law says otherwise. */
  readonly term?: DayTerm;
  readonly article?: string;
}

/** Whether a renewal was filed in time; `unknown` while a year that decides it is not published. */
export function filedInTime(
  { filedOn, expiry, term = BACKWARD.renewalFiling.term }: Renewal,
  calendar: WorkingCalendar,
): 'yes' | 'no' | 'unknown' {
  const latest = countBackward(expiry, BACKWARD.renewalFiling.anchor, term, calendar);
  if (latest.kind === 'date') return filedOn <= latest.date ? 'yes' : 'no';
  return latest.notBefore !== null && filedOn <= latest.notBefore ? 'yes' : 'unknown';
}

/** Filed in time and not decided before the expiry: the renewal counts as granted (许可法 50②). */
export function renewedBySilence(
  renewal: Renewal,
  now: Instant,
  calendar: WorkingCalendar,
): LegalEffect | null {
  const { expiry, decidedOn, article = '行政许可法 50②' } = renewal;
  const becameSoAt = passedAt({ due: knownDate(expiry), doneOn: decidedOn, now });
  if (becameSoAt === null || filedInTime(renewal, calendar) !== 'yes') return null;
  return {
    kind: 'renewed-by-silence',
    article,
    becameSoAt,
    countsFrom: addDays(expiry, 1),
    follows: {
      zh: `有效期 ${expiry} 届满前未作出决定，视为准予延续，许可继续有效，并通报效能监察。`,
      en: `No decision before the expiry on ${expiry}: the renewal counts as granted, the permit goes on, and oversight is told.`,
    },
  };
}
