import { BusClient, hearersOf, networkOf, routesIn, type Route } from '@onewindow/bus';
import {
  JOURNAL_SERVICES,
  operationsOf,
  participantBy,
  type AnyEventContract,
  type EventMessage,
  type JournalService,
} from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { instantOf } from '@onewindow/kernel';
import { CITY_TOPOLOGY } from '@onewindow/tools';
import type { BusCaller } from '../bus/bus-caller.js';

const network = networkOf(CITY_TOPOLOGY);

/** One contract on one way from a producer to a reader. */
export interface EventRoute extends Route {
  readonly contract: AnyEventContract;
}

/** Every contract on every way that it is told. */
export const EVENT_ROUTES: readonly EventRoute[] = routesIn(network).flatMap((route) =>
  network.events
    .filter((contract) => route.producer.startsWith(`${contract.saidBy}-`))
    .filter((contract) => hearersOf(network, contract, route.producer).includes(route.recipient))
    .map((contract) => ({ ...route, contract })),
);

export const titleOfRoute = ({ contract, producer, recipient }: EventRoute): string =>
  `${contract.id} from ${producer} to ${recipient}`;

/** The service of a participant of the city; both parts of its token may have hyphens of their own. */
export function serviceOf(token: string): JournalService {
  const service = participantBy(CITY_TOPOLOGY, token)?.service;
  const keeper = JOURNAL_SERVICES.find((each) => each === service);
  if (keeper === undefined) throw new TypeError(`${token} keeps no journal`);
  return keeper;
}

/** Everything that the producer's journal holds on a route, asked as its reader. */
export async function journalOf(
  { producer }: Route,
  reader: BusCaller,
): Promise<readonly EventMessage[]> {
  const client = new BusClient(reader.connection);
  const { replay } = operationsOf(serviceOf(producer));
  const all: EventMessage[] = [];
  for (;;) {
    const after = all.at(-1)?.position ?? 0;
    const { messages } = await client.ask(replay, producer, { after });
    if (messages.length === 0) return all;
    all.push(...(messages as readonly object[] as readonly EventMessage[]));
  }
}

/** A valid event of the contract `ahead` positions behind everything on its route; the journal knows nothing of it. */
export function unheardEvent(
  { contract, producer, recipient }: EventRoute,
  last: EventMessage | undefined,
  ahead: number,
): EventMessage {
  const end = last?.position ?? 0;
  return {
    eventId: crypto.randomUUID(),
    producer,
    recipient,
    position: end + ahead,
    previousOnRoute: end,
    epoch: last?.epoch ?? 1,
    name: contract.name,
    version: contract.version,
    aggregate: 'planted',
    aggregateId: crypto.randomUUID(),
    aggregateVersion: 1,
    occurredAt: instantOf('2026-04-27T09:10:00+08:00'),
    actor: { kind: 'service', id: producer },
    cause: 'nothing',
    correlation: crypto.randomUUID(),
    hash: 'a'.repeat(64),
    payload: JSON.stringify(goldenSample(contract.id)?.payload),
  };
}
