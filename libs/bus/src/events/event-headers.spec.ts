import fc from 'fast-check';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { aMessage, APPROVAL, MARKET } from '../../test/spec-network.js';
import { eventIn, headersOf, subjectOf } from './event-headers.js';

const delivered = (message = aMessage(3), change: (carried: MsgHdrs) => void = () => undefined) => {
  const carried = headersOf(message);
  change(carried);
  return {
    subject: subjectOf(message),
    headers: carried,
    body: new TextEncoder().encode(message.payload),
  };
};

const reasonOf = (from: Parameters<typeof eventIn>[0]): string => {
  const read = eventIn(from, APPROVAL, MARKET);
  return 'unreadable' in read ? read.reason : 'read';
};

describe('The headers of an event', () => {
  it('carry everything but the payload, whatever text is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.isWellFormed()),
        (cause, aggregateId) => {
          const message = {
            ...aMessage(7),
            cause,
            aggregateId,
            payload: JSON.stringify({ cause }),
          };
          expect(eventIn(delivered(message), APPROVAL, MARKET)).toEqual(message);
        },
      ),
      { seed: 20260209 },
    );
  });

  it.each([
    ['name', 'ow-name', 'approval.other-fact', 'subject and headers differ'],
    ['version', 'ow-version', '2', 'subject and headers differ'],
    ['position', 'ow-position', '-1', 'no number'],
    ['position', 'ow-position', '1e3', 'no number'],
    ['epoch', 'ow-epoch', '', 'no number'],
    ['actor', 'ow-actor', 'x', 'Unexpected token'],
    ['actor', 'ow-actor', 'null', 'no actor'],
    ['event id', 'Nats-Msg-Id', '', 'is missing'],
    ['cause', 'ow-cause', '%E0%A4%A', 'URI malformed'],
  ])('with a wrong %s make the message unreadable', (_, header, value, reason) => {
    expect(reasonOf(delivered(aMessage(3), (carried) => carried.set(header, value)))).toContain(
      reason,
    );
  });

  it('do not make an event of what was delivered for another reader or by another producer', () => {
    expect('unreadable' in eventIn(delivered(), APPROVAL, 'supervision-city')).toBe(true);
    expect('unreadable' in eventIn(delivered(), 'approval-other', MARKET)).toBe(true);
  });

  it('that are missing altogether make it unreadable, and its position is told where there is one', () => {
    const { subject, body } = delivered();
    const claiming = headers();
    claiming.set('ow-position', '12');

    expect(eventIn({ subject, body, headers: undefined }, APPROVAL, MARKET)).not.toHaveProperty(
      'position',
    );
    expect(eventIn({ subject, body, headers: claiming }, APPROVAL, MARKET)).toMatchObject({
      position: 12,
    });
  });

  it('of a payload that is no UTF-8 make it unreadable', () => {
    expect(reasonOf({ ...delivered(), body: new Uint8Array([0xff]) })).not.toBe('read');
  });
});
