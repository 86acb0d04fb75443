import { headers } from '@nats-io/transport-node';
import fc from 'fast-check';
import { aMessage, APPROVAL, MARKET } from '../../test/spec-network.js';
import { EVENT, EVENT_ID, eventIn, headersOf, subjectOf } from './event-headers.js';

const delivered = (message = aMessage(3)) => ({
  subject: subjectOf(message),
  headers: headersOf(message),
  body: new TextEncoder().encode(message.payload),
});

/** The message with one field of its header replaced by what somebody wrote there. */
const altered = (field: string, value: unknown) => {
  const message = delivered();
  const header = JSON.parse(message.headers.get(EVENT)) as object;
  message.headers.set(EVENT, JSON.stringify({ ...header, [field]: value }));
  return message;
};

const reasonOf = (from: Parameters<typeof eventIn>[0]): string => {
  const read = eventIn(from, APPROVAL, MARKET);
  return 'unreadable' in read ? read.reason : 'read';
};

describe('The header of an event', () => {
  it('carries everything but the payload, whatever text is in it, as plain ASCII', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (cause, aggregateId) => {
          const message = { ...aMessage(7), cause, aggregateId };
          const sent = delivered(message);
          expect(eventIn(sent, APPROVAL, MARKET)).toEqual(message);
          expect(sent.headers.get(EVENT)).toMatch(/^[\x20-\x7e]+$/);
        },
      ),
      { seed: 20260209 },
    );
  });

  it.each([
    ['name', 'approval.other-fact', 'subject and header differ'],
    ['version', 2, 'subject and header differ'],
    ['version', '1', 'no whole number'],
    ['position', -1, 'no whole number'],
    ['position', 1.5, 'no whole number'],
    ['epoch', null, 'no whole number'],
    ['actor', 'x', 'no actor'],
    ['actor', null, 'no actor'],
    ['eventId', '', 'no text'],
    ['eventId', 'another', 'two event ids'],
    ['cause', {}, 'no text'],
  ])('with another %s (%j) makes the message unreadable', (field, value, reason) => {
    expect(reasonOf(altered(field, value))).toContain(reason);
  });

  it('does not make an event of what was delivered for another reader or by another producer', () => {
    expect('unreadable' in eventIn(delivered(), APPROVAL, 'supervision-city')).toBe(true);
    expect('unreadable' in eventIn(delivered(), 'approval-other', MARKET)).toBe(true);
  });

  it.each(['', 'x', '[]', 'null', '7', '{"position":3'])(
    'that is no header (%j) makes it unreadable',
    (text) => {
      const message = delivered();
      message.headers.set(EVENT, text);

      expect(reasonOf(message)).not.toBe('read');
    },
  );

  it('that is missing makes it unreadable; a claimed position is told where there is one', () => {
    const { subject, body } = delivered();
    const claiming = headers();
    claiming.set(EVENT, '{"position":12}');

    expect(eventIn({ subject, body, headers: undefined }, APPROVAL, MARKET)).not.toHaveProperty(
      'position',
    );
    expect(eventIn({ subject, body, headers: claiming }, APPROVAL, MARKET)).toMatchObject({
      position: 12,
    });
  });

  it('of a payload that is no UTF-8 makes it unreadable', () => {
    expect(reasonOf({ ...delivered(), body: new Uint8Array([0xff]) })).not.toBe('read');
  });

  it('names the event to the broker, which drops a message that it has', () => {
    expect(delivered().headers.get(EVENT_ID)).toBe(aMessage(3).eventId);
  });
});
