import { headers, type MsgHdrs } from '@nats-io/transport-node';
import type { EventMessage, ParticipantToken, Unreadable } from '@onewindow/contracts';
import type { Actor } from '@onewindow/kernel';
import { eventSubject, isParticipantToken } from '../subjects.js';

export const EVENT_ID = 'Nats-Msg-Id';
export const EXPECTED_LAST_SEQUENCE = 'Nats-Expected-Last-Sequence';

const TEXT = {
  name: 'ow-name',
  aggregate: 'ow-aggregate',
  aggregateId: 'ow-aggregate-id',
  occurredAt: 'ow-occurred-at',
  cause: 'ow-cause',
  correlation: 'ow-correlation',
  hash: 'ow-hash',
} as const;

const NUMBERS = {
  position: 'ow-position',
  previousOnRoute: 'ow-previous',
  epoch: 'ow-epoch',
  version: 'ow-version',
  aggregateVersion: 'ow-aggregate-version',
} as const;

const ACTOR = 'ow-actor';

/** Everything but the payload; the payload travels byte for byte as it stands in the journal. */
export function headersOf(message: EventMessage): MsgHdrs {
  const carried = headers();
  carried.set(EVENT_ID, message.eventId);
  for (const [field, header] of entries(TEXT))
    carried.set(header, encodeURIComponent(message[field]));
  for (const [field, header] of entries(NUMBERS)) carried.set(header, String(message[field]));
  carried.set(ACTOR, encodeURIComponent(JSON.stringify(message.actor)));
  return carried;
}

export interface DeliveredEvent {
  readonly subject: string;
  readonly headers: MsgHdrs | undefined;
  readonly body: Uint8Array;
}

/**
 * Reads a delivered event. Its headers must agree with the subject that the broker let its producer publish to: a message
 * that was planted or mangled is unreadable, it is never taken for an event.
 */
export function eventIn(
  { subject, headers: carried, body }: DeliveredEvent,
  producer: ParticipantToken,
  recipient: ParticipantToken,
): EventMessage | Unreadable {
  try {
    const message = read(carried, body, producer, recipient);
    if (eventSubject(message, producer, recipient) !== subject)
      throw new TypeError('subject and headers differ');
    return message;
  } catch (error) {
    return unreadable(subject, carried, body, error);
  }
}

function read(
  carried: MsgHdrs | undefined,
  body: Uint8Array,
  producer: ParticipantToken,
  recipient: ParticipantToken,
): EventMessage {
  const text = (header: string): string => {
    const value = carried?.get(header) ?? '';
    if (value === '') throw new TypeError(`header ${header} is missing`);
    return decodeURIComponent(value);
  };
  const whole = (header: string): number => {
    const value = carried?.get(header) ?? '';
    if (!/^\d{1,15}$/.test(value)) throw new TypeError(`header ${header} is no number`);
    return Number(value);
  };
  return {
    producer,
    recipient,
    eventId: text(EVENT_ID),
    ...mapped(TEXT, text),
    ...mapped(NUMBERS, whole),
    occurredAt: text(TEXT.occurredAt) as EventMessage['occurredAt'],
    actor: actorIn(text(ACTOR)),
    payload: new TextDecoder('utf-8', { fatal: true }).decode(body),
  };
}

function actorIn(text: string): Actor {
  const actor = JSON.parse(text) as Partial<Actor> | null;
  if (typeof actor?.id !== 'string' || typeof actor.kind !== 'string')
    throw new TypeError('no actor');
  return actor as Actor;
}

function unreadable(
  subject: string,
  carried: MsgHdrs | undefined,
  body: Uint8Array,
  error: unknown,
): Unreadable {
  const position = carried?.get(NUMBERS.position) ?? '';
  return {
    unreadable: true,
    subject,
    reason: error instanceof Error ? error.message : 'unreadable',
    ...(/^[1-9]\d{0,14}$/.test(position) && { position: Number(position) }),
    body: new TextDecoder().decode(body),
  };
}

/** The subject that a message is published to. */
export function subjectOf(message: EventMessage): string {
  if (!isParticipantToken(message.recipient))
    throw new TypeError(`no participant: ${String(message.recipient)}`);
  return eventSubject(message, message.producer, message.recipient);
}

const entries = <Table extends Readonly<Record<string, string>>>(table: Table) =>
  Object.entries(table) as [keyof Table, string][];

const mapped = <Table extends Readonly<Record<string, string>>, Value>(
  table: Table,
  value: (header: string) => Value,
) =>
  Object.fromEntries(entries(table).map(([field, header]) => [field, value(header)])) as {
    [Field in keyof Table]: Value;
  };
