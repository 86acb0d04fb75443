import { legalDateAt, type Instant } from '@onewindow/kernel';
import { countForward, type Term, type WorkingCalendar } from '@onewindow/statutory-clock';
import { plainDueDate, type DueDate } from '../due-date.js';

export type Appeal = 'reconsideration' | 'litigation';

export interface AppealTerm {
  readonly unit: 'calendar-day' | 'working-day' | 'month';
  readonly count: number;
  /** The provision. */
  readonly source: string;
}

/** How the last day of each route follows from the service of the decision. */
export interface AppealTerms extends Readonly<Record<Appeal, AppealTerm>> {
  readonly lastDayOff: 'next-working-day' | 'stays';
  /** What the service of a corrected paper does to terms that run. */
  readonly correctedPaper: 'keeps' | 'begins-anew';
}

/** By the code of the deciding agency; `default` for every other one. */
export type AppealTermsOfPlace = Readonly<Record<string, AppealTerms>> & {
  readonly default: AppealTerms;
};

export const appealTermsOf = (agency: string, stated: AppealTermsOfPlace): AppealTerms =>
  Object.hasOwn(stated, agency) ? (stated[agency] ?? stated.default) : stated.default;

/**
 * The last day of a route. Whoever is served a decision knows it from that day (行政复议法 20, 行政诉讼法 46), which is not
 * counted itself.
 */
export function lastDayToAppeal(
  appeal: Appeal,
  { servedAt, terms }: { readonly servedAt: Instant; readonly terms: AppealTerms },
  calendar: WorkingCalendar,
): DueDate {
  const { due, rawLastDay } = countForward(legalDateAt(servedAt), asTerm(terms[appeal]), calendar);
  return terms.lastDayOff === 'stays' && rawLastDay !== undefined
    ? { due: rawLastDay }
    : plainDueDate(due);
}

export const asTerm = ({ unit, count }: AppealTerm): Term =>
  unit === 'month' ? { unit, count } : { unit, days: count };
