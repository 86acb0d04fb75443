import { type Participant, tokenOf } from '@onewindow/contracts';
import {
  ackSubjects,
  answeredSubjects,
  type Duty,
  durableName,
  eventSubject,
  inboxPrefix,
  liveSubject,
  nextSubject,
  routeSubjects,
  streamName,
  verbSubjects,
} from '../subjects.js';
import { hearersOf, type Network, publishersIn, requestsBetween, routesIn } from './network.js';

/** What one user of the broker may do; nothing else. */
export interface Rights {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

export const rightsOf = (network: Network, participant: Participant, duty: Duty): Rights =>
  duty === 'events' ? eventRights(network, participant) : commandRights(network, participant);

/** Publishes exactly its own facts to those who hear them; pulls and acknowledges exactly its own durables. */
function eventRights(network: Network, participant: Participant): Rights {
  const self = tokenOf(participant);
  const own = network.events
    .filter((event) => event.saidBy === participant.service)
    .flatMap((event) =>
      hearersOf(network, event, self).map((recipient) => eventSubject(event, self, recipient)),
    );
  const routes = routesIn(network).filter(({ recipient }) => recipient === self);
  const reading = routes.flatMap(({ producer }) => [
    nextSubject(producer, self),
    ackSubjects(producer, self),
  ]);
  return rights([...own, ...reading], [`${inboxPrefix(self, 'events')}.>`]);
}

/** Asks exactly the verbs whose contracts name it as a caller; answers only those who may ask it. */
function commandRights(network: Network, participant: Participant): Rights {
  const self = tokenOf(participant);
  const others = network.topology.participants.filter((each) => tokenOf(each) !== self);
  const asking = others.flatMap((callee) =>
    requestsBetween(network, participant, callee).map((contract) =>
      verbSubjects(contract, tokenOf(callee), self),
    ),
  );
  const askers = others.filter(
    (caller) => requestsBetween(network, caller, participant).length > 0,
  );
  const answering = askers.map((caller) =>
    caller.account === participant.account
      ? `${inboxPrefix(tokenOf(caller), 'commands')}.>`
      : '_R_.>',
  );
  return rights(
    [
      ...asking,
      ...answering,
      ...(participant.service === 'gateway' ? [] : [liveSubject(self)]),
      ...(participant.service === 'provisioner' ? provisioning(network) : []),
    ],
    [
      `${inboxPrefix(self, 'commands')}.>`,
      ...(askers.length > 0 ? [answeredSubjects(self)] : []),
      ...(participant.service === 'gateway' ? liveOfAccount(network, participant) : []),
    ],
  );
}

/** Live hints stay inside the account: nobody else learns which cases move. */
const liveOfAccount = ({ topology }: Network, { account }: Participant): readonly string[] =>
  topology.participants
    .filter((each) => each.account === account && each.service !== 'gateway')
    .map((each) => liveSubject(tokenOf(each)));

/** Creating exactly the streams and durables that the contracts ask for, and looking at what ends a stream. */
function provisioning(network: Network): readonly string[] {
  const streams = publishersIn(network).map((each) => streamName(tokenOf(each)));
  const ofStreams = streams.flatMap((stream) =>
    ['CREATE', 'UPDATE', 'INFO', 'MSG.GET'].map((verb) => `$JS.API.STREAM.${verb}.${stream}`),
  );
  const ofDurables = routesIn(network).flatMap(({ producer, recipient }) => {
    const durable = `${streamName(producer)}.${durableName(recipient)}`;
    return [
      `$JS.API.CONSUMER.CREATE.${durable}.${routeSubjects(producer, recipient)}`,
      `$JS.API.CONSUMER.INFO.${durable}`,
      `$JS.API.CONSUMER.DELETE.${durable}`,
    ];
  });
  return [...ofStreams, ...ofDurables];
}

const rights = (publish: readonly string[], subscribe: readonly string[]): Rights => ({
  publish: [...new Set(publish)].toSorted(),
  subscribe: [...new Set(subscribe)].toSorted(),
});
