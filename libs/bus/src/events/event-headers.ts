import { headers, type MsgHdrs } from '@nats-io/transport-node';
import type { EventMessage, ParticipantToken, Unreadable } from '@onewindow/contracts';
import type { Actor, Instant } from '@onewindow/kernel';
import { eventSubject, isParticipantToken } from '../subjects.js';

export const EVENT_ID = 'Nats-Msg-Id';
export const EXPECTED_LAST_SEQUENCE = 'Nats-Expected-Last-Sequence';
/** Everything but payload and parties as one line of JSON: a header a field costs three times as much. */
export const EVENT = 'ow-event';

type Header = Omit<EventMessage, 'producer' | 'recipient' | 'payload'>;

/** The payload is not among them; it travels byte for byte as it stands in the journal. */
export function headersOf(message: EventMessage): MsgHdrs {
  const { producer: _producer, recipient: _recipient, payload: _payload, ...header } = message;
  const carried = headers();
  carried.set(EVENT_ID, message.eventId);
  carried.set(EVENT, inAscii(JSON.stringify(header)));
  return carried;
}

export interface DeliveredEvent {
  readonly subject: string;
  readonly headers: MsgHdrs | undefined;
  readonly body: Uint8Array;
}

/**
 * Reads a delivered event. Its header must agree with the subject that the broker let its producer publish to: a message
 * that was planted or mangled is unreadable, it is never taken for an event.
 */
export function eventIn(
  { subject, headers: carried, body }: DeliveredEvent,
  producer: ParticipantToken,
  recipient: ParticipantToken,
): EventMessage | Unreadable {
  const text = carried?.get(EVENT) ?? '';
  try {
    const message = { ...headerIn(text), producer, recipient, payload: decoder.decode(body) };
    if (eventSubject(message, producer, recipient) !== subject) {
      throw new TypeError('subject and header differ');
    }
    if (carried?.get(EVENT_ID) !== message.eventId) throw new TypeError('two event ids');
    return message;
  } catch (error) {
    return {
      unreadable: true,
      subject,
      reason: error instanceof Error ? error.message : 'unreadable',
      ...positionIn(text),
      body: new TextDecoder().decode(body),
    };
  }
}

/** The subject that a message is published to. */
export function subjectOf(message: EventMessage): string {
  if (!isParticipantToken(message.recipient)) {
    throw new TypeError(`no participant: ${String(message.recipient)}`);
  }
  return eventSubject(message, message.producer, message.recipient);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function headerIn(text: string): Header {
  const header = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
  const textOf = (name: keyof Header): string => {
    const value = header?.[name];
    if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is no text`);
    return value;
  };
  const wholeOf = (name: keyof Header): number => {
    const value = header?.[name];
    if (!isWhole(value)) throw new TypeError(`${name} is no whole number`);
    return value;
  };
  return {
    eventId: textOf('eventId'),
    position: wholeOf('position'),
    previousOnRoute: wholeOf('previousOnRoute'),
    epoch: wholeOf('epoch'),
    name: textOf('name'),
    version: wholeOf('version'),
    aggregate: textOf('aggregate'),
    aggregateId: textOf('aggregateId'),
    aggregateVersion: wholeOf('aggregateVersion'),
    occurredAt: textOf('occurredAt') as Instant,
    actor: actorIn(header?.['actor']),
    cause: textOf('cause'),
    correlation: textOf('correlation'),
    hash: textOf('hash'),
  };
}

function actorIn(value: unknown): Actor {
  const actor = value as Partial<Actor> | null | undefined;
  if (typeof actor?.id !== 'string' || typeof actor.kind !== 'string') {
    throw new TypeError('no actor');
  }
  return actor as Actor;
}

/** The position that an unreadable message claims, so that its place in the order is known all the same. */
function positionIn(text: string): { readonly position?: number } {
  const position = positionClaimedIn(text);
  return position === 0 ? {} : { position };
}

/** The position that headers claim, whatever else is in them; 0 where they claim none. */
export const positionClaimedIn = (text: string): number =>
  Number(/"position":([1-9]\d{0,14})[,}]/.exec(text)?.[1] ?? 0);

const isWhole = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** Header values beyond ASCII mean different things to different clients. */
const inAscii = (text: string): string =>
  text.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
