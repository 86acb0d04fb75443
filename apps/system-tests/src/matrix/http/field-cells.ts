import type { AnyRequestContract } from '@onewindow/contracts';
import {
  beyondLimits,
  everythingWrong,
  missingFields,
  unknownFields,
  wrongTexts,
  wrongTypes,
  type FaultyRequest,
} from '../faulty-requests.js';
import { gather, type Findings } from '../findings.js';
import type { Fields } from '../faulty-requests.js';
import { requestClassOf, requestOf } from './contract-requests.js';
import { always, hasBody, type Cell, type Door } from './door.js';
import { callOf, pathFieldsOf, type RoutedContract } from './http-call.js';
import { refusalFindings } from './refusal-check.js';

const wholeOf = (contract: AnyRequestContract): Fields => requestOf(contract);

/** What stands in the address has faults of its own. */
const outsideThePath = (contract: RoutedContract, faults: readonly FaultyRequest[]) =>
  faults.filter(({ field }) => !pathFieldsOf(contract).includes(field));

const eachRefused = (
  door: Door,
  contract: RoutedContract,
  faults: readonly FaultyRequest[],
): Promise<Findings> =>
  gather(outsideThePath(contract, faults), ({ what, path, request }) =>
    door.refusal(what, callOf(contract, request), door.allowed(contract), {
      status: 400,
      code: 'payload-invalid',
      path,
    }),
  );

const wrongIn = (contract: RoutedContract): readonly FaultyRequest[] =>
  hasBody(contract)
    ? wrongTypes(requestClassOf(contract), wholeOf(contract))
    : wrongTexts(requestClassOf(contract), wholeOf(contract));

const hasFields = (contract: RoutedContract): boolean =>
  Object.keys(wholeOf(contract)).some((name) => !pathFieldsOf(contract).includes(name));

/** Faults of single fields: each is named by its path, and nothing else is. */
export const FIELD_CELLS: readonly Cell[] = [
  {
    title: 'is refused for each required field that is missing or null',
    appliesTo: hasFields,
    check: (door, contract) => {
      const faults = missingFields(requestClassOf(contract), wholeOf(contract));
      // In an address there is no null.
      const sayable = faults.filter(({ isNull }) => hasBody(contract) || isNull !== true);
      return eachRefused(door, contract, sayable);
    },
  },
  {
    title: 'is refused for a field that nobody knows',
    appliesTo: always,
    check: (door, contract) =>
      eachRefused(door, contract, unknownFields(requestClassOf(contract), wholeOf(contract))),
  },
  {
    title: 'is refused for each field of a wrong type',
    appliesTo: hasFields,
    check: (door, contract) => eachRefused(door, contract, wrongIn(contract)),
  },
  {
    title: 'is refused for each value beyond its limits',
    appliesTo: hasFields,
    check: (door, contract) =>
      eachRefused(door, contract, beyondLimits(requestClassOf(contract), wholeOf(contract))),
  },
  {
    title: 'is told all that is wrong at once',
    appliesTo: (contract) => hasBody(contract) && hasFields(contract),
    check: async (door, contract) => {
      const wrong = everythingWrong(requestClassOf(contract), pathFieldsOf(contract));
      const call = callOf(contract, { ...requestOf(contract), ...wrong });
      const answer = await door.ask(call, door.allowed(contract));
      const { unmet = [] } = answer.json as { readonly unmet?: readonly { path: string }[] };
      const named = new Set(unmet.map(({ path }) => path.split('.')[0]));
      return [
        ...refusalFindings(answer, { status: 400, code: 'payload-invalid' }),
        ...Object.keys(wrong).flatMap((name) => (named.has(name) ? [] : [`${name} is not named`])),
      ];
    },
  },
];
