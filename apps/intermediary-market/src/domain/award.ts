import type { Change, Instant } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { fail } from './closing.js';
import { projectLifecycle } from './project-lifecycle.js';
import { awardOf, type Project, type ProjectEvent } from './project.js';
import { workingDaysFrom } from './terms.js';

type Changed = Change<Project, ProjectEvent>;

export interface AwardTerms {
  readonly contractWorkingDays: number;
  readonly calendar: WorkingCalendar;
}

/** Awards to whoever came in that place of the draw; the state is already the one in which the award stands. */
export function award(project: Project, place: number, now: Instant, terms: AwardTerms): Changed {
  const ranked = project.draw?.ranking[place - 1];
  const agency = project.list?.entries.find((each) => each.creditCode === ranked?.creditCode);
  if (agency === undefined)
    throw new TypeError(`project ${project.id} has nobody in place ${place}`);
  const contractBy = workingDaysFrom(now, terms.contractWorkingDays, terms.calendar);
  return {
    state: {
      ...project,
      awards: [{ agency, place, awardedAt: now, contractBy }, ...project.awards],
    },
    events: [{ type: 'project-awarded', creditCode: agency.creditCode, place }],
  };
}

/** The awarded agency gives up: the next of the draw moves up 候补; behind the last one the project fails. */
export function giveUp(
  project: Project,
  reason: string | undefined,
  now: Instant,
  terms: AwardTerms,
): Changed {
  const status = projectLifecycle.next(project.status, 'moveUp');
  const standing = awardOf(project);
  if (standing === undefined) throw new TypeError(`project ${project.id} has no award`);
  const why = reason === undefined ? {} : { reason };
  const fact: ProjectEvent = {
    type: 'award-given-up',
    creditCode: standing.agency.creditCode,
    ...why,
  };
  const { contract: _, contractReturned: __, ...rest } = project;
  const [, ...before] = project.awards;
  const given = {
    ...standing,
    givenUpAt: now,
    ...(reason !== undefined && { givenUpReason: reason }),
  };
  const left: Project = { ...rest, status, awards: [given, ...before] };
  const next = standing.place + 1;
  const followed =
    next <= (project.draw?.ranking.length ?? 0)
      ? award(left, next, now, terms)
      : fail(left, '中选机构及候补机构均放弃，流标。', now);
  return { state: followed.state, events: [fact, ...followed.events] };
}

/** The term for the contract passed: it is recorded, and the duty to sign stays. */
export function noteContractOverdue(project: Project, since: Instant): Changed {
  const standing = awardOf(project);
  const waits = project.status === 'awarded' || project.status === 'contract-proposed';
  if (!waits || standing === undefined || standing.contractOverdueSince !== undefined) {
    return { state: project, events: [] };
  }
  const [, ...before] = project.awards;
  return {
    state: { ...project, awards: [{ ...standing, contractOverdueSince: since }, ...before] },
    events: [{ type: 'contract-overdue', since }],
  };
}
