import {
  tokenOf,
  type ParticipantToken,
  type ServiceName,
  type Topology,
} from '@onewindow/contracts';
import type { Subscription } from '@onewindow/journal';
import { about } from './circumstances.js';

/** What is heard from one producer. */
export interface RouteIn {
  readonly producer: ParticipantToken;
  readonly subscriptions: readonly Subscription[];
}

/** Sorts subscriptions by who says them: one route for each instance of such a service. */
export function routesIn(
  service: ServiceName,
  topology: Topology,
  subscriptions: readonly Subscription[],
): readonly RouteIn[] {
  for (const { contract } of subscriptions) {
    if (!contract.heardBy.includes(service)) {
      throw new TypeError(`${contract.id} is not declared to be heard by ${service}`);
    }
  }
  const saying = new Set(subscriptions.map((each) => each.contract.saidBy));
  return topology.participants
    .filter((each) => saying.has(each.service))
    .map((each) => ({
      producer: tokenOf(each),
      subscriptions: subscriptions
        .filter(({ contract }) => contract.saidBy === each.service)
        .map(withCorrelation),
    }));
}

const withCorrelation = ({ contract, handle }: Subscription): Subscription => ({
  contract,
  handle: (payload, message) => about(message.correlation, () => handle(payload, message)),
});
