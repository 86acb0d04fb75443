import * as approval from './approval/index.js';
import type { AnyEventContract, AnyRequestContract } from './contract.js';
import * as intake from './intake/index.js';
import * as intermediaryMarket from './intermediary-market/index.js';
import { JOURNAL_SERVICES, operationsOf, StreamState } from './operations/index.js';
import * as supervision from './supervision/index.js';

const exported: readonly unknown[] = [intake, approval, supervision, intermediaryMarket].flatMap(
  (area): readonly unknown[] => Object.values(area),
);

const isContract = (value: unknown): value is { readonly kind: 'event' | 'command' | 'query' } =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  'name' in value &&
  'version' in value;

const contracts = exported.filter(isContract);

/** Everything that crosses the bus. Exporting a contract from its service's folder is what publishes it. */
export const eventContracts = contracts.filter(
  (each) => each.kind === 'event',
) as readonly unknown[] as readonly AnyEventContract[];

/** Commands and queries of the services, without the operations that every service answers alike. */
export const businessRequests = contracts.filter(
  (each) => each.kind !== 'event',
) as readonly unknown[] as readonly AnyRequestContract[];

export const requestContracts: readonly AnyRequestContract[] = [
  ...businessRequests,
  ...JOURNAL_SERVICES.flatMap(
    (service) => Object.values(operationsOf(service)) as readonly AnyRequestContract[],
  ),
  StreamState,
];
