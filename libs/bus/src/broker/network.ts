import {
  type AnyEventContract,
  type AnyRequestContract,
  eventContracts,
  HUB_ACCOUNT,
  JOURNAL_SERVICES,
  type JournalService,
  operationsOf,
  type Participant,
  type ParticipantToken,
  requestContracts,
  tokenOf,
  type Topology,
} from '@onewindow/contracts';

/** Everything that streams, users and permissions are derived from. */
export interface Network {
  readonly topology: Topology;
  readonly events: readonly AnyEventContract[];
  readonly requests: readonly AnyRequestContract[];
}

/** The network of a city: its topology and every contract there is. */
export const networkOf = (topology: Topology): Network => ({
  topology,
  events: eventContracts,
  requests: requestContracts,
});

/** The way of one producer's events to one reader. */
export interface Route {
  readonly producer: ParticipantToken;
  readonly recipient: ParticipantToken;
}

export const participantsOf = ({ topology }: Network, service: string): readonly Participant[] =>
  topology.participants.filter((each) => each.service === service);

export const isInHub = (participant: Participant): boolean => participant.account === HUB_ACCOUNT;

/** Participants that publish anything: each has a stream. */
export const publishersIn = (network: Network): readonly Participant[] =>
  network.topology.participants.filter((each) =>
    network.events.some((event) => event.saidBy === each.service),
  );

/** Who hears one of a participant's events. Nobody hears itself. */
export const hearersOf = (
  network: Network,
  event: AnyEventContract,
  producer: ParticipantToken,
): readonly ParticipantToken[] =>
  event.heardBy
    .flatMap((service) => participantsOf(network, service).map(tokenOf))
    .filter((each) => each !== producer);

const known = new WeakMap<Network, readonly Route[]>();

export function routesIn(network: Network): readonly Route[] {
  const routes = known.get(network) ?? deriveRoutes(network);
  known.set(network, routes);
  return routes;
}

function deriveRoutes(network: Network): readonly Route[] {
  return publishersIn(network).flatMap((participant) => {
    const producer = tokenOf(participant);
    const recipients = network.events
      .filter((event) => event.saidBy === participant.service)
      .flatMap((event) => hearersOf(network, event, producer));
    return [...new Set(recipients)].toSorted().map((recipient) => ({ producer, recipient }));
  });
}

/** The protocol between a reader and its producer is for those who have a route, whatever service they are of. */
const routeProtocol: ReadonlySet<string> = new Set(
  JOURNAL_SERVICES.flatMap((service: JournalService) => {
    const { replay, confirm } = operationsOf(service);
    return [replay.id, confirm.id];
  }),
);

/** The requests that one participant may send to another. */
export function requestsBetween(
  network: Network,
  caller: Participant,
  callee: Participant,
): readonly AnyRequestContract[] {
  if (tokenOf(caller) === tokenOf(callee)) return [];
  const hasRoute = routesIn(network).some(
    ({ producer, recipient }) => producer === tokenOf(callee) && recipient === tokenOf(caller),
  );
  return network.requests.filter(
    (each) =>
      each.answeredBy === callee.service &&
      each.callers.includes(caller.service) &&
      (hasRoute || !routeProtocol.has(each.id)),
  );
}
