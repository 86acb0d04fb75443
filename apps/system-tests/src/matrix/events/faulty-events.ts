import { EVENT, EVENT_ID, headersOf, subjectOf } from '@onewindow/bus';
import type { EventMessage } from '@onewindow/contracts';
import type { Planted } from './planter.js';

/** One faulty event and what has to become of it. */
export interface FaultyEvent {
  readonly what: string;
  readonly planted: Planted;
  /** `parked`: set aside and listed. `ignored`: it leaves no trace, for its position is taken. */
  readonly fate: 'parked' | 'ignored';
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** What is published for a message, with some of it exchanged. */
export function plantedAs(
  message: EventMessage,
  { header = {}, body }: { readonly header?: object; readonly body?: Uint8Array } = {},
): Planted {
  const own = headersOf(message);
  const event = { ...(JSON.parse(own.get(EVENT)) as object), ...header };
  return {
    subject: subjectOf(message),
    body: body ?? utf8(message.payload),
    headers: { [EVENT_ID]: message.eventId, [EVENT]: JSON.stringify(event) },
  };
}

/**
 * Faults of an event on one route. `next` is a valid event that claims a place behind everything on the route; `known` is one that was
 * delivered long ago.
 */
export function faultyEvents(next: () => EventMessage, known: EventMessage | undefined) {
  const parked = (what: string, planted: Planted): FaultyEvent => ({
    what,
    planted,
    fate: 'parked',
  });
  const ignored = (what: string, planted: Planted): FaultyEvent => ({
    what,
    planted,
    fate: 'ignored',
  });
  const withoutHeader = ({ subject, body, headers }: Planted, name: string): Planted => ({
    subject,
    body,
    headers: Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name)),
  });
  const withHeader = (text: string): Planted => {
    const { headers, ...rest } = plantedAs(next());
    return { ...rest, headers: { ...headers, [EVENT]: text } };
  };
  const withPayload = (text: string) => plantedAs(next(), { body: utf8(text) });
  const again = known === undefined ? [] : [{ ...known, eventId: crypto.randomUUID() }];
  return [
    parked('without any header', { ...plantedAs(next()), headers: {} }),
    parked('without its header', withoutHeader(plantedAs(next()), EVENT)),
    parked('without its id', withoutHeader(plantedAs(next()), EVENT_ID)),
    parked('with a header that is no JSON', withHeader('{')),
    parked('with a header that is no object', withHeader('7')),
    parked('with null for a header', withHeader('null')),
    ...[
      'position',
      'previousOnRoute',
      'epoch',
      'name',
      'version',
      'aggregate',
      'aggregateId',
      'aggregateVersion',
      'occurredAt',
      'actor',
      'cause',
      'correlation',
      'hash',
    ].map((name) =>
      parked(`without its ${name}`, plantedAs(next(), { header: { [name]: undefined } })),
    ),
    parked('with a position that is none', plantedAs(next(), { header: { position: -1 } })),
    parked('with a position beyond numbers', plantedAs(next(), { header: { position: 1e21 } })),
    parked(
      'with another name than its subject',
      plantedAs(next(), { header: { name: 'intake.unheard-of' } }),
    ),
    parked('with another version than its subject', plantedAs(next(), { header: { version: 99 } })),
    parked('with two ids', plantedAs(next(), { header: { eventId: crypto.randomUUID() } })),
    parked(
      'with bytes that are no text',
      plantedAs(next(), { body: new Uint8Array([0xff, 0xfe]) }),
    ),
    parked('without a payload', withPayload('')),
    parked('with a payload that is no JSON', withPayload('{"a":')),
    parked('with a payload that is no object', withPayload('[]')),
    parked('with a payload of NUL', withPayload('\u0000')),
    parked('with an empty payload', withPayload('{}')),
    parked('nested too deeply', withPayload(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)),
    parked('behind a hole that nobody can fill', plantedAs(beyond(next()))),
    ...again.map((message) => ignored('at a position that is taken', plantedAs(message))),
    ...again.map((message) =>
      ignored(
        'at a position that is taken, with another payload',
        plantedAs({ ...message, eventId: crypto.randomUUID(), payload: '{}' }),
      ),
    ),
  ];
}

const beyond = (message: EventMessage): EventMessage => ({
  ...message,
  position: message.position + 1_000_000,
  previousOnRoute: message.position + 999_999,
});
