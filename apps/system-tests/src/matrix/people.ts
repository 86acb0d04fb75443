import { CITY_TOPOLOGY, DEMONSTRATION_ACCOUNTS, type Platform } from '@onewindow/tools';
import { holds, type Person, type Role } from '@onewindow/kernel';
import { gather } from './findings.js';

type Account = (typeof DEMONSTRATION_ACCOUNTS)[number];

const stranger = (id: string, role: Role, rest: Partial<Account>): Account => ({
  id,
  name: '外人',
  roles: [role],
  region: CITY_TOPOLOGY.region,
  ...rest,
});

const ELSEWHERE = { region: '379901' } as const;

/** People with the right role in the wrong place: another region, agency, department or enterprise. */
export const STRANGERS: readonly Account[] = [
  stranger('elsewhere.clerk', 'window-clerk', { ...ELSEWHERE, department: 'service-centre' }),
  stranger('elsewhere.auditor', 'auditor', { ...ELSEWHERE, department: 'government-office' }),
  stranger('elsewhere.approver', 'approver', { ...ELSEWHERE, department: 'bureau' }),
  stranger('elsewhere.inspector', 'inspector', { ...ELSEWHERE, department: 'bureau' }),
  stranger('elsewhere.officer', 'decision-officer', { ...ELSEWHERE, department: 'bureau' }),
  stranger('elsewhere.supervisor', 'supervisor', { ...ELSEWHERE, department: 'city-management' }),
  stranger('tobacco.approver', 'approver', { department: 'tobacco' }),
  stranger('tobacco.inspector', 'inspector', { department: 'tobacco' }),
  stranger('tobacco.officer', 'decision-officer', { department: 'tobacco' }),
  stranger('elsewhere.head', 'agency-head', { ...ELSEWHERE, department: 'bureau' }),
  stranger('elsewhere.government', 'government-head', {
    ...ELSEWHERE,
    department: 'government-office',
  }),
  stranger('tobacco.head', 'agency-head', { department: 'tobacco' }),
  stranger('nowhere.approver', 'approver', {}),
  stranger('nowhere.supervisor', 'supervisor', {}),
  stranger('private.applicant', 'applicant', {}),
  { ...stranger('without.role', 'applicant', {}), roles: [] },
];

export const EVERYBODY: readonly Account[] = [...DEMONSTRATION_ACCOUNTS, ...STRANGERS];

/** Somebody who is signed in. */
export interface Visitor {
  readonly person: Person;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs every account in. */
export async function signInEverybody({ url, accounts }: Platform): Promise<readonly Visitor[]> {
  const visitors: Visitor[] = [];
  const refused = await gather(accounts, async ({ id: account, password }) => {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    if (!response.ok) return [`${account} could not sign in: ${await response.text()}`];
    const { token, person } = (await response.json()) as Pick<Visitor, 'token' | 'person'>;
    visitors.push({ person, token, headers: { authorization: `Bearer ${token}` } });
    return [];
  });
  if (refused.length > 0) throw new Error(refused.join('\n'));
  return visitors;
}

export function visitorBy(visitors: readonly Visitor[], id: string): Visitor {
  const found = visitors.find(({ person }) => person.id === id);
  if (found === undefined) throw new TypeError(`nobody is called ${id}`);
  return found;
}

/** Who may ask for it by role, the people of the story first. */
export const permittedOf = (
  visitors: readonly Visitor[],
  permitted: readonly Role[] | 'anyone' | 'service',
): readonly Visitor[] =>
  typeof permitted === 'string'
    ? []
    : EVERYBODY.flatMap(({ id }) => visitorBy(visitors, id)).filter(({ person }) =>
        holds(person, ...permitted),
      );
