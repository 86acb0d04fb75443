import { participantBy, tokenOf, type ParticipantToken } from '@onewindow/contracts';
import {
  APPROVAL,
  CITY,
  GATEWAY,
  INTAKE,
  MARKET,
  network,
  PROVISIONER,
  topology,
} from '../../test/spec-network.js';
import { passagesIn } from './accounts.js';
import { brokerConfig } from './broker-config.js';
import { makeKeys, publicKeysOf } from './keys.js';
import { networkOf } from './network.js';
import { rightsOf } from './permissions.js';

const rights = (token: ParticipantToken, duty: 'commands' | 'events') =>
  rightsOf(network, participantBy(topology, token)!, duty);

describe('The rights of a user', () => {
  it('of events: its own facts to those who hear them, its own durables', () => {
    expect(rights(MARKET, 'events')).toEqual({
      publish: [
        '$JS.ACK.EVT_approval_bureau.supervision-market.>',
        '$JS.API.CONSUMER.MSG.NEXT.EVT_approval_bureau.supervision-market',
        'evt.supervision.market.approval-bureau.handover-noted.v1',
      ],
      subscribe: ['_INBOX.supervision-market-events.>'],
    });
  });

  it('of commands in a department: what it may ask, and the mapping of the broker to answer through', () => {
    expect(rights(MARKET, 'commands')).toEqual({
      publish: [
        '_R_.>',
        'cmd.approval.bureau.from.supervision-market.confirm.*',
        'cmd.approval.bureau.from.supervision-market.open-echo.*',
        'cmd.approval.bureau.from.supervision-market.replay.*',
        'cmd.provisioner.centre.from.supervision-market.stream-state.*',
        'live.supervision-market',
      ],
      subscribe: ['_INBOX.supervision-market.>', 'cmd.supervision.market.from.>'],
    });
  });

  it('of commands in the centre: answers go to the inboxes of those who may ask, and to nobody else', () => {
    const answering = rights(APPROVAL, 'commands').publish.filter((each) =>
      /^_(INBOX|R_)/.test(each),
    );

    expect(answering).toEqual(['_INBOX.gateway-centre.>', '_INBOX.intake-centre.>', '_R_.>']);
  });

  it('that has no route to a producer may not ask it for a replay', () => {
    expect(rights(INTAKE, 'commands').publish).not.toContain(
      'cmd.supervision.market.from.intake-centre.replay.*',
    );
    expect(rights(CITY, 'commands').publish.join()).not.toContain('supervision.market');
  });

  it('of a gateway: it neither publishes nor reads events', () => {
    expect(rights(GATEWAY, 'events')).toEqual({
      publish: [],
      subscribe: ['_INBOX.gateway-centre-events.>'],
    });
  });

  it('on the API of JetStream are for the provisioner alone, and name each stream and durable', () => {
    const api = topology.participants.map(
      (each) =>
        [
          tokenOf(each),
          rightsOf(network, each, 'commands').publish.filter((right) => right.startsWith('$JS')),
        ] as const,
    );

    expect(api.filter(([, found]) => found.length > 0).map(([token]) => token)).toEqual([
      PROVISIONER,
    ]);
    expect(
      rights(PROVISIONER, 'commands').publish.filter((each) =>
        each.includes('EVT_supervision_city'),
      ),
    ).toEqual([
      '$JS.API.CONSUMER.CREATE.EVT_supervision_city.approval-bureau.evt.supervision.city.approval-bureau.>',
      '$JS.API.CONSUMER.DELETE.EVT_supervision_city.approval-bureau',
      '$JS.API.CONSUMER.INFO.EVT_supervision_city.approval-bureau',
      '$JS.API.STREAM.CREATE.EVT_supervision_city',
      '$JS.API.STREAM.INFO.EVT_supervision_city',
      '$JS.API.STREAM.MSG.GET.EVT_supervision_city',
      '$JS.API.STREAM.UPDATE.EVT_supervision_city',
    ]);
  });

  it('never hold the whole API, all events or all commands, with the contracts of the platform either', () => {
    const everything = topology.participants.flatMap((each) =>
      (['commands', 'events'] as const).flatMap((duty) => {
        const { publish, subscribe } = rightsOf(networkOf(topology), each, duty);
        return [...publish, ...subscribe];
      }),
    );

    expect(
      everything.filter((each) => /^(>|\$JS\.>|\$JS\.API\.>|evt\.>|cmd\.>|_INBOX\.>)$/.test(each)),
    ).toEqual([]);
  });
});

describe('What crosses the border of an account', () => {
  it('is for one account, and bears the token of whom it is for', () => {
    for (const { subject, from, to } of passagesIn(network)) {
      expect(from).not.toBe(to);
      const own = topology.participants.filter(
        (each) => [from, to].includes(each.account) && each.account !== 'CENTRE',
      );
      expect(
        own.some(
          (each) =>
            subject.includes(tokenOf(each)) ||
            subject.includes(`.${each.service}.${each.instance}.`),
        ),
      ).toBe(true);
    }
  });

  it('is nothing between two departments', () => {
    expect(
      passagesIn(network).filter(({ from, to }) => from !== 'CENTRE' && to !== 'CENTRE'),
    ).toEqual([]);
  });
});

describe('The configuration of the broker', () => {
  const keys = makeKeys(topology);

  it('holds no seed', () => {
    const text = brokerConfig(network, publicKeysOf(keys));

    for (const { commands, events } of Object.values(keys)) {
      expect(text).not.toContain(commands.seed);
      expect(text).toContain(events.publicKey);
    }
  });

  it('is refused for a participant without keys, or an account with an odd name', () => {
    const odd = {
      ...network,
      topology: { ...topology, participants: [{ ...topology.participants[0]!, account: 'a b' }] },
    };

    expect(() => brokerConfig(network, {})).toThrow('no keys');
    expect(() => brokerConfig(odd, publicKeysOf(keys))).toThrow('not names of accounts');
  });

  it('keeps the keys of those who had some when a department joins', () => {
    const joined = {
      ...topology,
      participants: [
        ...topology.participants,
        { service: 'supervision', instance: 'fire', account: 'FIRE' } as const,
      ],
    };

    expect(makeKeys(joined, keys)).toMatchObject(keys);
    expect(Object.keys(makeKeys(joined, keys))).toContain('supervision-fire');
  });
});
