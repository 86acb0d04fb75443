import type { Change, Instant } from '@onewindow/kernel';
import type { CalendarEdition } from '@onewindow/statutory-clock';
import type { AwardTerms } from './award.js';
import { awardOf, type Project, type ProjectEvent } from './project.js';
import { instantAfter, isSameDate, workingDaysFrom, type WireDate } from './terms.js';

export interface RederivationTerms extends AwardTerms {
  readonly reason: readonly CalendarEdition[];
}

/**
 * The term that runs, on another calendar. The end of sign-up is none of them: the notice has told it to everybody and is
 * bound to it, and no notice is published while its date is open.
 */
export function rederiveProject(
  project: Project,
  { contractWorkingDays, calendar, reason: calendars }: RederivationTerms,
): Change<Project, ProjectEvent> | undefined {
  if (awaitsContract(project)) {
    const [standing, ...before] = project.awards;
    if (standing === undefined) return undefined;
    const contractBy = workingDaysFrom(standing.awardedAt, contractWorkingDays, calendar);
    if (isSameDate(standing.contractBy, contractBy)) return undefined;
    const awards = [{ ...standing, contractBy }, ...before];
    return {
      state: { ...project, awards },
      events: [moved('contract', standing.contractBy, contractBy, calendars)],
    };
  }
  const { contract, deliverWithinDays } = project;
  if (!awaitsReport(project) || contract?.signedAt === undefined) return undefined;
  const { signedAt, deliverBy: told = {} } = contract;
  const deliverBy = workingDaysFrom(signedAt, deliverWithinDays, calendar);
  if (isSameDate(told, deliverBy)) return undefined;
  return {
    state: { ...project, contract: { ...contract, deliverBy } },
    events: [moved('delivery', told, deliverBy, calendars)],
  };
}

/** When a term of a project has passed; never while its date is open, and not once it was kept or recorded as passed. */
export const deadlinesOf = (
  project: Project,
): Readonly<Record<'closing' | 'contract' | 'delivery', Instant | undefined>> => ({
  closing: project.status === 'published' ? project.closesAt : undefined,
  contract: awaitsContract(project) ? instantAfter(awardOf(project)?.contractBy ?? {}) : undefined,
  delivery: awaitsReport(project) ? instantAfter(project.contract?.deliverBy ?? {}) : undefined,
});

const awaitsContract = (project: Project): boolean =>
  (project.status === 'awarded' || project.status === 'contract-proposed') &&
  awardOf(project)?.contractOverdueSince === undefined;

const awaitsReport = ({ status, deliveryOverdueSince }: Project): boolean =>
  status === 'under-contract' && deliveryOverdueSince === undefined;

const moved = (
  term: 'contract' | 'delivery',
  before: WireDate,
  after: WireDate,
  calendars: readonly CalendarEdition[],
): ProjectEvent => ({ type: 'project-term-moved', term, before, after, calendars });
