import { HUB_ACCOUNT, type Participant, tokenOf } from '@onewindow/contracts';
import { ackSubjects, callerSubjects, nextSubject, publishedSubjects } from '../subjects.js';
import { isInHub, type Network, publishersIn, requestsBetween, routesIn } from './network.js';

/** One subject that an account offers to one other account, which takes it in under the same name. */
export interface Passage {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  /** Several answers to one request, as a pull for messages gets them. */
  readonly streamed: boolean;
}

/** Every subject that crosses an account's border: nothing else does. */
export function passagesIn(network: Network): readonly Passage[] {
  return [...publishing(network), ...reading(network), ...asking(network)];
}

const accountOf = ({ topology }: Network, token: string): string =>
  topology.participants.find((each) => tokenOf(each) === token)?.account ?? HUB_ACCOUNT;

/** Streams live in the hub; who lives elsewhere publishes into its own through this. */
const publishing = (network: Network): readonly Passage[] =>
  publishersIn(network)
    .filter((each) => !isInHub(each))
    .map((each) => ({
      subject: publishedSubjects(tokenOf(each)),
      from: HUB_ACCOUNT,
      to: each.account,
      streamed: false,
    }));

const reading = (network: Network): readonly Passage[] =>
  routesIn(network)
    .map((route) => ({ ...route, to: accountOf(network, route.recipient) }))
    .filter(({ to }) => to !== HUB_ACCOUNT)
    .flatMap(({ producer, recipient, to }) => [
      { subject: nextSubject(producer, recipient), from: HUB_ACCOUNT, to, streamed: true },
      { subject: ackSubjects(producer, recipient), from: HUB_ACCOUNT, to, streamed: false },
    ]);

function asking(network: Network): readonly Passage[] {
  const { participants } = network.topology;
  const pairs = participants.flatMap((caller) =>
    participants.map((callee): readonly [Participant, Participant] => [caller, callee]),
  );
  return pairs
    .filter(([caller, callee]) => caller.account !== callee.account)
    .filter(([caller, callee]) => requestsBetween(network, caller, callee).length > 0)
    .map(([caller, callee]) => ({
      subject: callerSubjects(tokenOf(callee), tokenOf(caller)),
      from: callee.account,
      to: caller.account,
      streamed: false,
    }));
}
