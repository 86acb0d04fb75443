import { holds } from '@onewindow/kernel';
import type { Fields } from '../faulty-requests.js';
import { gather, type Findings } from '../findings.js';
import type { Visitor } from '../people.js';
import { validCall, type Cell, type Door } from './door.js';
import { callOf, pathFieldsOf, type RoutedContract } from './http-call.js';
import { concerns, requestsAbout, sees, type RealThings } from './real-things.js';
import { refusalFindings } from './refusal-check.js';

/** Lists and what they show, by the fields that would give the story away. */
const LISTS: Readonly<Record<string, string>> = {
  'intake.list-applications.v1': 'applications',
  'approval.list-cases.v1': 'cases',
  'supervision.list-handovers.v1': 'handovers',
};

const permitted = ({ visitors }: Door, contract: RoutedContract): readonly Visitor[] =>
  visitors.filter(
    ({ person }) => typeof contract.permitted !== 'string' && holds(person, ...contract.permitted),
  );

interface Look {
  readonly request: Fields;
  readonly visitor: Visitor;
}

const strangersTo = (door: Door, contract: RoutedContract, things: RealThings): readonly Look[] =>
  requestsAbout(contract, things).flatMap((request) =>
    permitted(door, contract)
      .filter(({ person }) => !concerns(contract, request, person, things))
      .map((visitor) => ({ request, visitor })),
  );

/** What no story leaves behind: that strangers find neither interested parties nor nodes of a plan is shown by approval's `visibility.int.spec.ts`. */
const WITHOUT_A_THING = ['partyId', 'node'];

/** Whether there is anything at all is told to those alone whom it concerns, even among those who see the case. */
const DISCREET =
  /^approval\.(?:find-consultation|give-department-opinion|find-interested-parties|record-statement)\./;

const namesATicket = (contract: RoutedContract): boolean =>
  !(contract.id in LISTS) &&
  !pathFieldsOf(contract).some((name) => WITHOUT_A_THING.includes(name)) &&
  pathFieldsOf(contract).some((name) =>
    ['applicationId', 'caseNumber', 'inspectionId', 'handoverId'].includes(name),
  );

/** Faults of people in the right role and the wrong place; `things` are what a played story left behind. */
export const foreignCells = (things: () => RealThings): readonly Cell[] => [
  {
    title: 'does not tell a stranger with the right role that the thing exists',
    appliesTo: namesATicket,
    check: async (door, contract) => {
      const looks = strangersTo(door, contract, things());
      if (looks.length === 0) return ['nobody is a stranger to it'];
      const nothing = await door.ask(validCall(contract), door.allowed(contract));
      const { code } = nothing.json as { readonly code: string };
      return gather(looks, ({ request, visitor }) => {
        // Who sees the case may learn that this part of it is another agency's.
        const maySee = sees(contract, visitor.person, things()) && !DISCREET.test(contract.id);
        const expected = maySee ? { status: 403 } : { status: nothing.status, code };
        return door.refusal(visitor.person.id, callOf(contract, request), visitor, expected);
      });
    },
  },
  {
    title: 'lists, counts and finds nothing for a stranger with the right role',
    appliesTo: ({ id }) => id in LISTS,
    check: async (door, contract) => {
      const requests = listings(contract, things());
      const looks = requests.flatMap((request) =>
        permitted(door, contract).map((visitor) => ({ request, visitor })),
      );
      return gather(looks, (look) => listFindings(door, contract, look, things()));
    },
  },
];

/** The whole list and searches that would find the story. */
function listings(contract: RoutedContract, { outcome }: RealThings): readonly Fields[] {
  const { finalApplication, caseNumber } = outcome;
  if (contract.id === 'supervision.list-handovers.v1') {
    return [{ department: 'market-regulation' }, { department: 'city-management' }];
  }
  const texts = [finalApplication.applicant.name.slice(0, 4), caseNumber];
  return [
    {},
    { limit: 1 },
    ...texts.map((text) => ({ text })),
    ...texts.map((text) => ({ text, limit: 1 })),
  ];
}

async function listFindings(
  door: Door,
  contract: RoutedContract,
  { request, visitor }: Look,
  things: RealThings,
): Promise<Findings> {
  const answer = await door.ask(callOf(contract, request), visitor);
  const isConcerned = concerns(contract, request, visitor.person, things);
  const who = `${visitor.person.id} ${JSON.stringify(request)}`;
  if (answer.status !== 200) {
    const refused = refusalFindings(answer, { status: 404 });
    return isConcerned || !('department' in request)
      ? [`${who}: ${String(answer.status)}`]
      : refused.map((each) => `${who}: ${each}`);
  }
  const shown = answer.json as Readonly<Record<string, readonly unknown[]>> & { total: number };
  const listed = shown[LISTS[contract.id] ?? '']?.length ?? 0;
  if (isConcerned) return listed > 0 && shown.total > 0 ? [] : [`${who}: sees nothing`];
  return listed === 0 && shown.total === 0 ? [] : [`${who}: ${answer.text.slice(0, 200)}`];
}
