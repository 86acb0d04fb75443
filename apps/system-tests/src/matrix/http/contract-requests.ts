import {
  requestContracts,
  shapeOf,
  tokenOf,
  type AnyRequestContract,
  type PayloadClass,
} from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { CITY_TOPOLOGY } from '@onewindow/tools';
import { isRouted, pathFieldsOf, type RoutedContract } from './http-call.js';
import type { Fields } from '../faulty-requests.js';

const RUNNING = new Set(CITY_TOPOLOGY.participants.map(({ service }) => service));

/** Every contract that the gateway offers of a service that this city runs. */
export const ROUTED: readonly RoutedContract[] = requestContracts
  .filter(isRouted)
  .filter(({ answeredBy }) => RUNNING.has(answeredBy));

export const COMMANDS = ROUTED.filter(({ kind }) => kind === 'command');

export const requestClassOf = ({ request }: AnyRequestContract): PayloadClass =>
  request as PayloadClass;

/** The golden sample of a contract, to somebody who is there, about a thing that is not. */
export function requestOf(contract: AnyRequestContract): Fields {
  const sample = goldenSample(contract.id)?.request;
  if (sample === undefined) throw new TypeError(`${contract.id} has no golden sample`);
  return { ...sample, ...addresseeIn(contract) };
}

/** Which instance is asked: the fields that choose it have to name one of this city. */
function addresseeIn(contract: AnyRequestContract): Fields {
  const [first] = CITY_TOPOLOGY.participants.filter(
    ({ service }) => service === contract.answeredBy,
  );
  const { names } = shapeOf(requestClassOf(contract));
  return {
    ...(names.has('participant') && first && { participant: tokenOf(first) }),
    ...(names.has('department') &&
      first?.departments !== undefined && { department: first.departments[0] }),
  };
}

/** Fields of the address that choose who is asked, or what nobody can be wrong about. */
const CHOOSES = new Set(['participant', 'department', 'correlation']);

/** Whether the address names a thing that has to exist. */
export const namesAnObject = (contract: RoutedContract): boolean =>
  contract.http.method !== 'PUT' && pathFieldsOf(contract).some((name) => !CHOOSES.has(name));

export const titleOf = ({ http, id }: RoutedContract): string =>
  `${http.method} ${http.path} (${id})`;
