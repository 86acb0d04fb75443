import { legalDateAt, type Instant } from '@onewindow/kernel';
import { countForward, type Term, type WorkingCalendar } from '@onewindow/statutory-clock';
import type { AppealBodies, AppealRoutes } from '../parties.js';
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
type StatedByAgency<Rule> = Readonly<Record<string, Rule>> & { readonly default: Rule };

export type AppealTermsOfPlace = StatedByAgency<AppealTerms>;
export type AppealBodiesOfPlace = StatedByAgency<AppealBodies>;

export const appealTermsOf = (agency: string, stated: AppealTermsOfPlace): AppealTerms =>
  statedFor(agency, stated);

/** What a decision says of both routes: the same terms by which their last days are counted (许可法 38, 行政复议法 20, 行政诉讼法 46). */
export function appealRoutesOf(
  agency: string,
  stated: { readonly bodies: AppealBodiesOfPlace; readonly terms: AppealTermsOfPlace },
): AppealRoutes {
  const { reconsiderationBody, court } = statedFor(agency, stated.bodies);
  const { reconsideration, litigation } = appealTermsOf(agency, stated.terms);
  return {
    reconsiderationBody,
    reconsiderationTerm: termInWords(reconsideration),
    court,
    litigationTerm: termInWords(litigation),
  };
}

const statedFor = <Rule>(agency: string, stated: StatedByAgency<Rule>): Rule =>
  Object.hasOwn(stated, agency) ? (stated[agency] ?? stated.default) : stated.default;

const termInWords = ({ unit, count }: AppealTerm): string =>
  `自知道或者应当知道本决定之日起${numeral(count)}${UNITS[unit]}内`;

const UNITS = { 'calendar-day': '日', 'working-day': '个工作日', month: '个月' } as const;

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Below a hundred as papers write it, 六十; above in digits. */
function numeral(count: number): string {
  if (count >= 100) return ` ${String(count)} `;
  const tens = Math.floor(count / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${DIGITS[count % 10] ?? ''}`;
}

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
