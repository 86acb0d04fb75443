import type { ListTasksReply } from '@onewindow/contracts';
import type { GatewayClient } from '../../story/gateway-client.js';
import type { Kind } from './asking.js';

/** A stored case, drawn at random: whoever files often is asked for often. */
export interface Known {
  readonly caseNumber: string;
  readonly applicant: string;
  readonly address: string;
}

export interface Askers {
  /** Of the bureau, with two thousand tasks. */
  readonly approver: GatewayClient;
  readonly head: GatewayClient;
  /** Of an agency with one case in thirteen. */
  readonly fireApprover: GatewayClient;
  /** Of an agency with one case in a thousand. */
  readonly tobaccoApprover: GatewayClient;
  readonly clerk: GatewayClient;
}

const withText = (path: string, text: string) => `${path}&text=${encodeURIComponent(text)}`;

const short = (applicant: string): string =>
  applicant.replace(/^海棠市|有限公司$/g, '').slice(0, 4);
const street = (address: string): string => address.replace(/^.*?[区县]/, '');
const lastDigits = (caseNumber: string): string => caseNumber.slice(-6);

/** What an approver has to do, by urgency. */
export async function urgencyKinds(askers: Askers): Promise<readonly Kind<Known>[]> {
  const { approver, head, fireApprover, tobaccoApprover } = askers;
  const kind = (name: string, client: GatewayClient, path: (known: Known) => string) => ({
    name,
    client,
    path,
  });
  const list = (name: string, client: GatewayClient, query: string) =>
    kind(name, client, () => `/api/tasks?${query}`);
  const later = async (name: string, client: GatewayClient, query: string) =>
    list(name, client, `${query}${await cursorAfter(client, query, 8)}`);
  return [
    list('one’s own', approver, 'of=mine'),
    await later('one’s own, the ninth page', approver, 'of=mine'),
    list('the pool', approver, 'of=pool'),
    list('the agency', head, 'of=agency'),
    await later('the agency, the ninth page', head, 'of=agency'),
    list('the agency, red', head, 'of=agency&lamp=red'),
    list('the agency, yellow', head, 'of=agency&lamp=yellow'),
    list('the agency, blue', head, 'of=agency&lamp=blue'),
    list('the agency, a rare item', head, 'of=agency&item=kindergarten'),
    list('the agency, a stage', head, 'of=agency&stage=decision'),
    list('of a smaller agency', fireApprover, 'of=pool'),
    list('of a small agency', tobaccoApprover, 'of=agency'),
    kind('one’s own, an applicant', approver, ({ applicant }) =>
      withText('/api/tasks?of=mine', short(applicant)),
    ),
    kind('the agency, an applicant', head, ({ applicant }) =>
      withText('/api/tasks?of=agency', short(applicant)),
    ),
    kind('the agency, a number', head, ({ caseNumber }) =>
      withText('/api/tasks?of=agency', lastDigits(caseNumber)),
    ),
    kind('the agency, an address', head, ({ address }) =>
      withText('/api/tasks?of=agency', street(address)),
    ),
  ];
}

async function cursorAfter(client: GatewayClient, query: string, pages: number): Promise<string> {
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const { nextCursor } = await client.get<ListTasksReply>(`/api/tasks?${query}${cursor}`);
    if (nextCursor === undefined) break;
    cursor = `&cursor=${nextCursor}`;
  }
  return cursor;
}

/** Searches of the cases, and the lists that they begin from. */
export function searchKinds({
  approver,
  fireApprover,
  tobaccoApprover,
  clerk,
}: Askers): readonly Kind<Known>[] {
  const cases = '/api/cases?limit=50';
  const search = (
    name: string,
    client: GatewayClient,
    text: (known: Known) => string,
  ): Kind<Known> => ({ name, client, path: (known) => withText(cases, text(known)) });
  const list = (name: string, client: GatewayClient, query = ''): Kind<Known> => ({
    name,
    client,
    path: () => `${cases}${query}`,
  });
  return [
    list('all, newest first', clerk),
    list('open ones', clerk, '&status=open'),
    list('of the bureau', approver),
    list('of a smaller agency', fireApprover),
    list('of a small agency', tobaccoApprover),
    search('the whole name', clerk, ({ applicant }) => applicant),
    search('the whole name, by the bureau', approver, ({ applicant }) => applicant),
    search('part of the name', approver, ({ applicant }) => short(applicant)),
    search('two characters', approver, ({ applicant }) => short(applicant).slice(0, 2)),
    search('two characters, smaller agency', fireApprover, ({ applicant }) =>
      short(applicant).slice(0, 2),
    ),
    search('the whole name, small agency', tobaccoApprover, ({ applicant }) => applicant),
    search('the whole number', approver, ({ caseNumber }) => caseNumber),
    search('the end of a number', approver, lastNumber),
    search('the end of a number, clerk', clerk, lastNumber),
    search('the day of a number', approver, ({ caseNumber }) => caseNumber.slice(7, 15)),
    search('an address', approver, ({ address }) => address),
    search('street and house', approver, ({ address }) => street(address)),
    search('a street', approver, ({ address }) => street(address).replace(/\d+号$/, '')),
    search('a word that most have', approver, () => '海棠市'),
    search('nothing there', clerk, () => '查无此人'),
  ];
}

const lastNumber = ({ caseNumber }: Known): string => lastDigits(caseNumber);
