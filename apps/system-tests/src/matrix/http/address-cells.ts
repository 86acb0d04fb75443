import type { Fields } from '../faulty-requests.js';
import { gather } from '../findings.js';
import { namesAnObject, ROUTED } from './contract-requests.js';
import { always, validCall, type Cell } from './door.js';
import { pathFieldsOf, type RoutedContract } from './http-call.js';

const NO_PART_OF_AN_ADDRESS = [
  'No Code!',
  '..',
  '%2e%2e%2f',
  '中文',
  "'; drop table journal; --",
  '\u0000',
  'x'.repeat(300),
] as const;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The correlation of a matter is any text: what nobody knows has left no entries. */
const formedFields = (contract: RoutedContract): readonly string[] =>
  pathFieldsOf(contract).filter((name) => name !== 'correlation');

/** What the samples say of published codes is there; ids of samples are not. */
const NOBODY_HAS: Fields = { code: 'never-published', creditCode: '52510114MJ9Y0X3L8H' };
const withoutSuch = (contract: RoutedContract): Fields =>
  Object.fromEntries(
    pathFieldsOf(contract)
      .filter((name) => name in NOBODY_HAS)
      .map((name) => [name, NOBODY_HAS[name]]),
  );

/** Whether the address, once its dots are resolved, is that of another contract, which then answers by its own rules. */
function isAnothers(contract: RoutedContract, path: string): boolean {
  const parts = new URL(path, 'http://gateway').pathname.split('/');
  return ROUTED.some(({ id, http }) => {
    const template = `/api${http.path}`.split('/');
    return (
      id !== contract.id &&
      http.method === contract.http.method &&
      template.length === parts.length &&
      template.every((part, index) => part.startsWith('{') || part === parts[index])
    );
  });
}

/** Faults of the address. */
export const ADDRESS_CELLS: readonly Cell[] = [
  {
    title: 'is refused for each part of the address that cannot be right',
    appliesTo: (contract) => formedFields(contract).length > 0,
    check: (door, contract) => {
      const cases = formedFields(contract)
        .flatMap((name) =>
          NO_PART_OF_AN_ADDRESS.map((text) => ({
            what: `${name} ${text.slice(0, 20)}`,
            call: validCall(contract, { [name]: text }),
          })),
        )
        .filter(({ call }) => !isAnothers(contract, call.path));
      return gather(cases, ({ what, call }) =>
        door.refusal(what, call, door.allowed(contract), { status: [400, 404, 405] }),
      );
    },
  },
  {
    title: 'is refused under another method',
    appliesTo: always,
    check: (door, contract) => {
      const [path = ''] = validCall(contract).path.split('?');
      const offered = ROUTED.filter(({ http }) => http.path === contract.http.path);
      const others = METHODS.filter((each) => !offered.some(({ http }) => http.method === each));
      return gather(others, (method) =>
        door.refusal(method, { method, path, headers: {} }, door.allowed(contract), {
          status: 405,
          code: 'method-not-allowed',
        }),
      );
    },
  },
  {
    title: 'is refused at another address and in another version',
    appliesTo: always,
    check: (door, contract) => {
      const call = validCall(contract);
      const [path = ''] = call.path.split('?');
      const addresses = [`${path}/nope`, path.replace('/api', '/api/v2'), `${path}%ZZ`];
      return gather(addresses, (address) =>
        door.refusal(address, { ...call, path: address }, door.allowed(contract), {
          status: [400, 404, 405],
        }),
      );
    },
  },
  {
    title: 'is refused for a thing that does not exist',
    appliesTo: namesAnObject,
    check: (door, contract) => {
      const by = contract.permitted === 'anyone' ? undefined : door.allowed(contract);
      const call = validCall(contract, withoutSuch(contract));
      return door.refusal('unknown', call, by, { status: 404 });
    },
  },
];
