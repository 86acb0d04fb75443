import { commandSubject, eventSubject } from '@onewindow/bus';
import {
  FindHandoverV1,
  tokenOf,
  type ParkedMessages,
  type ParticipantToken,
} from '@onewindow/contracts';
import { CITY_TOPOLOGY, until } from '@onewindow/tools';
import type { City } from '../../a-city.js';
import { BusCaller } from '../bus/bus-caller.js';
import { gather, type Findings } from '../findings.js';
import { faultyEvents, plantedAs, type FaultyEvent } from './faulty-events.js';
import { Planter } from './planter.js';
import { journalOf, serviceOf, unheardEvent, type EventRoute } from './routes.js';

const operationsAt = (recipient: ParticipantToken, tail: string): string =>
  `/api/operations/${serviceOf(recipient)}/${recipient}/${tail}`;

/** Positions that nothing genuine reaches while the planted events are read. */
const FAR_AHEAD = 500;

/** What a reader has set aside, as its administrators see it. */
export async function parkedAt({ cast }: City, recipient: ParticipantToken) {
  const path = operationsAt(recipient, 'parked');
  return (await cast.auditor.get<ParkedMessages>(path)).parked;
}

/** Retries everything that is parked: what is no event of its producer is put away by that. */
export async function putAway(city: City, recipient: ParticipantToken): Promise<void> {
  for (const { id } of await parkedAt(city, recipient)) {
    await city.cast.administrator.post(operationsAt(recipient, `parked/${id}/retry`));
  }
}

/** Plants every fault of an event on one route and waits until what has to be parked is; returns what came out differently. */
export async function plantAll(city: City, route: EventRoute): Promise<Findings> {
  const reader = await BusCaller.of(city.platform, route.recipient);
  const planter = await Planter.of(city.platform, route.producer);
  try {
    const journal = await journalOf(route, reader);
    const known = journal.findLast(({ name }) => name === route.contract.name);
    let ahead = FAR_AHEAD;
    const events = faultyEvents(() => unheardEvent(route, journal.at(-1), (ahead += 1)), known);
    const unplanted: string[] = [];
    for (const { what, planted } of events) {
      const reception = await planter.plant(planted);
      if (reception !== 'stored') unplanted.push(`${what}: ${reception} by the stream`);
    }
    return [...unplanted, ...(await parkedOf(city, route, events))];
  } finally {
    await Promise.all([reader.close(), planter.close()]);
  }
}

async function parkedOf(
  city: City,
  { recipient, producer }: EventRoute,
  events: readonly FaultyEvent[],
): Promise<Findings> {
  const expected = events.filter(({ fate }) => fate === 'parked').length;
  const parked = await until('every faulty event is parked', async (sighted) => {
    const found = await parkedAt(city, recipient);
    sighted(found.length);
    return found.length >= expected ? found : undefined;
  });
  return [
    ...(parked.length > expected ? [`${parked.length} are parked instead of ${expected}`] : []),
    ...parked.flatMap(({ id, producer: from, position, reason }) =>
      from === producer && position === 0 && reason !== ''
        ? []
        : [`${id} is parked as ${position} of ${from}: ${reason}`],
    ),
  ];
}

/** Subjects that a producer has no contract for: other versions, other facts, other readers, and what others say. */
function foreignSubjects({ producer, recipient, contract }: EventRoute): readonly string[] {
  const own = eventSubject(contract, producer, recipient);
  const others = CITY_TOPOLOGY.participants
    .map(tokenOf)
    .filter((each) => each !== producer && !isHeardBy(each, contract));
  return [
    own.replace(/\.v\d+$/, '.v99'),
    own.replace(/\.[a-z-]+\.v\d+$/, '.unheard-of.v1'),
    ...others.map((each) => eventSubject(contract, producer, each)),
    own.replace(/^evt\.[a-z-]+\.[a-z-]+/, 'evt.approval.annex'),
    `${own}.more`,
  ];
}

const isHeardBy = (token: ParticipantToken, { heardBy }: EventRoute['contract']): boolean =>
  heardBy.some((service) => token.startsWith(`${service}-`));

/** What the broker takes from a producer although no contract says so. */
export async function strayedFrom({ platform }: City, route: EventRoute): Promise<Findings> {
  const planter = await Planter.of(platform, route.producer);
  try {
    return await gather(foreignSubjects(route), async (subject) => {
      const message = { ...plantedAs(unheardEvent(route, undefined, 1)), subject };
      const reception = await planter.plant(message);
      return reception === 'refused' ? [] : [`${subject} was ${reception}`];
    });
  } finally {
    await planter.close();
  }
}

/** An answer that its asker has let the broker carry into a stream: it has no header of an event. */
export async function sendAnswerInto(city: City, route: EventRoute): Promise<void> {
  const gateway = await BusCaller.of(city.platform, 'gateway-centre');
  try {
    const subject = commandSubject(FindHandoverV1, 'supervision-city-management', 'gateway-centre');
    const call = { subject, body: new TextEncoder().encode('{}'), headers: {} };
    gateway.sendOnly(call, eventSubject(route.contract, route.producer, route.recipient));
    await until('the answer is parked', async () =>
      (await parkedAt(city, route.recipient)).length > 0 ? true : undefined,
    );
  } finally {
    await gateway.close();
  }
}
