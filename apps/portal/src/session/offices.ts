import type { PersonView } from '../api/replies.js';
import { PAGE_PATHS } from '../page-paths.js';

/** Who has cases on the desk; others have applications of their own. */
const OFFICES: readonly string[] = [
  'window-clerk',
  'approver',
  'inspector',
  'decision-officer',
  'agency-head',
  'government-head',
  'auditor',
];

/** Whose work comes as tasks: stages of tracks that somebody has to do. */
const WITH_TASKS: readonly string[] = ['approver', 'decision-officer', 'inspector', 'agency-head'];

/** Who answers for a department that is asked for its opinion. */
const ANSWERING: readonly string[] = ['approver', 'supervisor'];

/** Who sees how many permits of an item there are, and the order of acceptance (许可法 57). */
export const seesQuotas = ({ roles }: PersonView): boolean =>
  roles.some((role) => WITH_QUOTAS.includes(role));

const WITH_QUOTAS: readonly string[] = [
  'window-clerk',
  'approver',
  'decision-officer',
  'agency-head',
  'supervisor',
  'auditor',
  'administrator',
];

export const answersForDepartment = ({ roles, department }: PersonView): boolean =>
  department !== undefined && roles.some((role) => ANSWERING.includes(role));

export const hasTasks = (person: PersonView): boolean =>
  person.roles.some((role) => WITH_TASKS.includes(role));

export const isOfficer = (person: PersonView | undefined): boolean =>
  person?.roles.some((role) => OFFICES.includes(role)) ?? false;

/** Who publishes what everybody works by: items, processes, limits in number, calendars. */
export const isAdministrator = (person: PersonView | undefined): boolean =>
  person?.roles.includes('administrator') ?? false;

/** What somebody comes here for, as the navigation calls it. */
export function placeNameOf(person: PersonView): 'work' | 'processes' | 'own' {
  if (isOfficer(person)) return 'work';
  if (isAdministrator(person)) return 'processes';
  return answersForDepartment(person) ? 'work' : 'own';
}

/** Where somebody goes after signing in. */
export function ownPlaceOf(person: PersonView): string {
  switch (placeNameOf(person)) {
    case 'processes':
      return PAGE_PATHS.processes;
    case 'own':
      return PAGE_PATHS.ownApplications;
    case 'work':
      return isOfficer(person) ? PAGE_PATHS.work : PAGE_PATHS.consultations;
  }
}
