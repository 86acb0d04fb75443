import type { FindCaseReply } from '@onewindow/contracts';
import type { Person, Role } from '@onewindow/kernel';
import { CITY_TOPOLOGY, type ReportStory, type StoryOutcome } from '@onewindow/tools';
import type { Fields } from '../faulty-requests.js';
import { requestOf } from './contract-requests.js';
import { pathFieldsOf, type RoutedContract } from './http-call.js';

/** What a played story left behind: things that are there, and that concern only some people. */
export interface RealThings {
  readonly outcome: StoryOutcome;
  /** What another application has from the market. */
  readonly report: ReportStory;
  /** The account that applied. */
  readonly applicant: string;
}

/** Requests of a contract about the real things: each names one that exists. */
export function requestsAbout(contract: RoutedContract, things: RealThings): readonly Fields[] {
  const names = new Set(pathFieldsOf(contract));
  const named = namings(things.outcome).filter((each) =>
    Object.keys(each).some((name) => names.has(name)),
  );
  return named
    .map((each) => only(each, names))
    .filter((each) => [...names].every((name) => name in each))
    .map((each) => ({ ...requestOf(contract), ...each }));
}

/** Every way to name a thing of the story. */
function namings({ applicationId, caseNumber, finalCase, finalApplication }: StoryOutcome) {
  const { tracks, inspections, handovers } = finalCase;
  const [paper] = finalApplication.papers;
  return [
    { applicationId, paperNumber: paper?.number },
    ...tracks.map(({ item }) => ({ caseNumber, item })),
    // The first stage of every track that follows no process of its own.
    ...tracks.map(({ item }) => ({ caseNumber, item, stage: 'review' })),
    ...tracks.flatMap(({ item, specialProcedures }) =>
      specialProcedures.map(({ procedureId }) => ({ caseNumber, item, procedureId })),
    ),
    ...inspections.flatMap(({ inspectionId, checklists }) =>
      checklists.map(({ item }) => ({ inspectionId, item })),
    ),
    ...handovers.map(({ handoverId, department }) => ({ handoverId, department })),
  ] as readonly Fields[];
}

const only = (fields: Fields, names: ReadonlySet<string>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.has(name)));

const OF_AGENCIES: readonly Role[] = ['approver', 'inspector', 'decision-officer', 'agency-head'];

/** Whether the thing that a request names concerns a person in one of the roles that the contract permits. */
export function concerns(
  contract: RoutedContract,
  request: Fields,
  person: Person,
  things: RealThings,
): boolean {
  const roles = typeof contract.permitted === 'string' ? [] : contract.permitted;
  const held = person.roles.filter((role) => roles.includes(role));
  return held.some((role) => concernsAs(contract, role, request, person, things));
}

/** Whether a person may see the case or the application that the thing belongs to. */
export const sees = (contract: RoutedContract, person: Person, things: RealThings): boolean =>
  concerns(contract, {}, person, things);

function concernsAs(
  contract: RoutedContract,
  role: Role,
  request: Fields,
  person: Person,
  things: RealThings,
): boolean {
  const isOfCity = person.region === CITY_TOPOLOGY.region;
  // Whoever is concerned names himself, and nobody knows beforehand who that is (许可法 36).
  if (role === 'applicant' && contract.id === 'approval.name-interested-party.v1') return true;
  if (role === 'applicant') return person.id === things.applicant;
  if (OF_AGENCIES.includes(role)) {
    const agencies = agenciesIn(things.outcome.finalCase, request['item']);
    return isOfCity && agencies.some((agency) => agency === person.department);
  }
  if (role === 'supervisor') {
    return isOfCity && 'department' in request && person.department === request['department'];
  }
  return isOfCity;
}

const agenciesIn = ({ tracks }: FindCaseReply, item: unknown): readonly string[] =>
  tracks.filter((each) => item === undefined || each.item === item).map(({ agency }) => agency);
