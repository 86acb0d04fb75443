import {
  connect as connectRaw,
  type NatsConnection,
  nkeyAuthenticator,
} from '@nats-io/transport-node';
import { createUser } from '@nats-io/nkeys';
import type { ParticipantToken } from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import { answers, CommandServer, type BusConnection, type Duty } from '../src/index.js';
import { JetStreamApi } from '../src/provisioner/jetstream-api.js';
import { aBus, type SpecBus } from './a-bus.js';
import {
  APPROVAL,
  CITY,
  GATEWAY,
  INTAKE,
  MARKET,
  messages,
  OpenEcho,
  PROVISIONER,
  topology,
} from './spec-network.js';

let bus: SpecBus;
let api: JetStreamApi;
/** Everything that reaches anybody on a subject of the hub, as an approval that answers sees it. */
const commandsTaken: string[] = [];

const NEXT = '$JS.API.CONSUMER.MSG.NEXT.EVT_approval_bureau.supervision-market';
const FORGED_EVENT = 'evt.approval.bureau.supervision-market.case-noted.v1';
const FORGED_COMMAND = 'cmd.approval.bureau.from.gateway-centre.open-echo.v1';

beforeAll(async () => {
  bus = await aBus();
  await bus.provisioner();
  api = new JetStreamApi(await bus.connectAs(PROVISIONER, 'commands'));
  const server = new CommandServer({
    connection: await bus.connectAs(APPROVAL, 'commands'),
    topology,
    log: bus.log,
    answers: [
      answers(OpenEcho, async (_, { caller }) => {
        commandsTaken.push(caller);
        return { text: 'answered' };
      }),
    ],
  });
  await server.listen(() => undefined);
  bus.later(() => server.close());
  const publisher = await bus.publisherOf(APPROVAL);
  await publisher.publish(messages(1, 5), 0);
});

afterAll(() => bus.stop());

beforeEach(() => {
  commandsTaken.length = 0;
});

const lastSequence = async (stream: string): Promise<number | undefined> =>
  (await api.stream(stream))?.lastSequence;

/** Each goes when its attempt is over: the broker lets a participant have only so many connections. */
const intruders: BusConnection[] = [];
afterEach(() => Promise.all(intruders.splice(0).map((each) => each.close())));

/** A participant's credentials in the hands of somebody who uses them freely. */
async function intruder(participant: ParticipantToken, duty: Duty) {
  const connection = await bus.connectAs(participant, duty);
  intruders.push(connection);
  const { nats } = connection;
  const refused: string[] = [];
  void (async () => {
    for await (const status of nats.status()) {
      if (status.type === 'error') refused.push(status.error.message);
    }
  })();
  return { nats, refused };
}

async function refusesPublishing(
  { nats, refused }: { nats: NatsConnection; refused: string[] },
  subject: string,
  reply?: string,
): Promise<void> {
  nats.publish(subject, '{}', { ...(reply !== undefined && { reply }) });
  await nats.flush();
  await eventually(() => expect(refused.join('\n')).toContain(`Publish to "${subject}"`));
}

async function refusesReading(
  { nats, refused }: { nats: NatsConnection; refused: string[] },
  subject: string,
): Promise<void> {
  nats.subscribe(subject, { callback: () => undefined });
  await nats.flush();
  await eventually(() => expect(refused.join('\n')).toContain(`Subscription to "${subject}"`));
}

const duties = ['commands', 'events'] as const;

describe('Nobody without a key', () => {
  it.each([
    ['anonymously', {}],
    ['with a password', { user: 'market', pass: 'market' }],
    ['with a key that nobody knows', { authenticator: nkeyAuthenticator(createUser().getSeed()) }],
  ])('connects %s', async (_, options) => {
    await expect(
      connectRaw({ servers: bus.server.url, reconnect: false, ...options }),
    ).rejects.toThrow(/Authorization/i);
  });
});

describe('A department that connects without end', () => {
  it('takes no connection from anybody else', async () => {
    const own = await aBus({ connectionsOfParticipant: 3 });
    const seed = new TextEncoder().encode(own.keys[MARKET]!.commands.seed);
    const open = () =>
      connectRaw({
        servers: own.server.url,
        reconnect: false,
        timeout: 4_000,
        authenticator: nkeyAuthenticator(seed),
      });
    // A broker under load closes who took long to sign in, which a client learns from silence alone.
    const opens = () => eventually(open, { withinMs: 60_000 });
    const opened = await Promise.all([opens(), opens(), opens()]);

    await expect(open()).rejects.toThrow();
    expect((await own.connectAs(CITY, 'commands')).isUp).toBe(true);
    await opened[0].close();
    opened.push(await opens());
    await Promise.all(opened.map((each) => each.close()));
    await own.stop();
  });
});

describe("A department's credentials", () => {
  it.each(
    duties.flatMap((duty) =>
      [
        'evt.approval.bureau.supervision-market.case-noted.v1',
        'evt.approval.bureau.intake-centre.case-noted.v1',
        'evt.supervision.city.approval-bureau.handover-noted.v1',
        'evt.supervision.market.intake-centre.handover-noted.v1',
        'evt.supervision.market.approval-bureau.other-fact.v1',
        'evt.supervision.market.approval-bureau.handover-noted.v2',
        'cmd.approval.bureau.from.gateway-centre.open-echo.v1',
        'cmd.approval.bureau.from.supervision-city.open-echo.v1',
        'cmd.approval.bureau.from.supervision-market.echo.v1',
        'cmd.supervision.city.from.gateway-centre.service-echo.v1',
        'cmd.supervision.market.from.gateway-centre.service-echo.v1',
        '_INBOX.gateway-centre.x',
        '_INBOX.approval-bureau.x',
        'live.approval-bureau',
        '$JS.API.STREAM.CREATE.EVT_approval_bureau',
        '$JS.API.STREAM.CREATE.EVT_supervision_market',
        '$JS.API.STREAM.CREATE.MINE',
        '$JS.API.STREAM.PURGE.EVT_approval_bureau',
        '$JS.API.STREAM.PURGE.EVT_supervision_market',
        '$JS.API.STREAM.DELETE.EVT_supervision_market',
        '$JS.API.STREAM.MSG.GET.EVT_approval_bureau',
        '$JS.API.STREAM.INFO.EVT_approval_bureau',
        '$JS.API.CONSUMER.CREATE.EVT_approval_bureau.mine',
        '$JS.API.CONSUMER.DELETE.EVT_approval_bureau.supervision-market',
        '$JS.API.CONSUMER.INFO.EVT_approval_bureau.supervision-market',
        '$JS.API.CONSUMER.MSG.NEXT.EVT_approval_bureau.supervision-city',
        '$JS.API.CONSUMER.MSG.NEXT.EVT_approval_bureau.intake-centre',
        '$JS.API.CONSUMER.MSG.NEXT.EVT_supervision_market.approval-bureau',
        '$JS.API.ACCOUNT.PURGE.MARKET',
        '$JS.API.INFO',
        '$JS.ACK.EVT_approval_bureau.supervision-city.1.1.1.1.1',
        '$SYS.REQ.SERVER.PING',
      ].map((subject) => [duty, subject] as const),
    ),
  )('of %s cannot publish %s', async (duty, subject) => {
    await refusesPublishing(await intruder(MARKET, duty), subject);
  });

  it.each(
    duties.flatMap((duty) =>
      [
        '>',
        'evt.>',
        'evt.approval.bureau.supervision-market.>',
        'evt.supervision.city.>',
        'cmd.>',
        'cmd.approval.bureau.from.>',
        'cmd.supervision.city.from.>',
        '_INBOX.>',
        '_INBOX.supervision-city.>',
        '_INBOX.gateway-centre.>',
        '_R_.>',
        '$JS.>',
        '$SYS.>',
        'live.>',
      ].map((subject) => [duty, subject] as const),
    ),
  )('of %s cannot read %s', async (duty, subject) => {
    await refusesReading(await intruder(MARKET, duty), subject);
  });

  it.each([
    ['events', NEXT, FORGED_EVENT],
    ['events', NEXT, FORGED_COMMAND],
    ['events', NEXT, 'evt.supervision.market.approval-bureau.handover-noted.v1'],
    ['events', 'evt.supervision.market.approval-bureau.handover-noted.v1', FORGED_EVENT],
    ['events', 'evt.supervision.market.approval-bureau.handover-noted.v1', FORGED_COMMAND],
    ['events', '$JS.ACK.EVT_approval_bureau.supervision-market.1.1.1.1.1', FORGED_EVENT],
    ['events', '$JS.ACK.EVT_approval_bureau.supervision-market.1.1.1.1.1', FORGED_COMMAND],
    ['commands', 'cmd.approval.bureau.from.supervision-market.open-echo.v1', FORGED_EVENT],
    ['commands', 'cmd.approval.bureau.from.supervision-market.open-echo.v1', FORGED_COMMAND],
    [
      'commands',
      'cmd.approval.bureau.from.supervision-market.open-echo.v1',
      '$JS.API.STREAM.PURGE.EVT_approval_bureau',
    ],
    ['commands', 'cmd.provisioner.centre.from.supervision-market.stream-state.v1', FORGED_EVENT],
  ] as const)('of %s plant nothing through %s with the reply %s', async (duty, subject, reply) => {
    const { nats } = await intruder(MARKET, duty);
    const before = await lastSequence('EVT_approval_bureau');
    const body = subject === NEXT ? JSON.stringify({ batch: 3, no_wait: true }) : '{"text":"x"}';

    nats.publish(subject, body, { reply });
    await nats.flush();
    const honest = await bus.clientOf(CITY);
    await honest.ask(OpenEcho, APPROVAL, { text: 'after it' });

    expect(await lastSequence('EVT_approval_bureau')).toBe(before);
    expect(commandsTaken).not.toContain(GATEWAY);
    expect(before).toBe(5);
  });

  it('act as the department and as nobody else', async () => {
    const { nats } = await intruder(MARKET, 'commands');

    const answer = await nats.request(
      'cmd.approval.bureau.from.supervision-market.open-echo.v1',
      '{"text":"x"}',
      {
        timeout: 30_000,
      },
    );

    expect(answer.json()).toMatchObject({ ok: true });
    expect(commandsTaken).toEqual([MARKET]);
  });
});

describe("A centre service's credentials", () => {
  it.each([
    [INTAKE, 'events', 'evt.approval.bureau.supervision-market.case-noted.v1'],
    [INTAKE, 'events', '$JS.API.CONSUMER.INFO.EVT_approval_bureau.intake-centre'],
    [INTAKE, 'events', '$JS.API.STREAM.CREATE.EVT_intake_centre'],
    [INTAKE, 'commands', 'cmd.approval.bureau.from.gateway-centre.open-echo.v1'],
    [INTAKE, 'commands', 'cmd.approval.bureau.from.intake-centre.echo.v1'],
    [APPROVAL, 'commands', 'evt.approval.bureau.supervision-market.case-noted.v1'],
    [GATEWAY, 'commands', 'evt.approval.bureau.supervision-market.case-noted.v1'],
    [GATEWAY, 'commands', 'cmd.approval.bureau.from.gateway-centre.confirm.v1'],
    [GATEWAY, 'events', 'cmd.approval.bureau.from.gateway-centre.open-echo.v1'],
    [PROVISIONER, 'commands', '$JS.API.STREAM.DELETE.EVT_approval_bureau'],
    [PROVISIONER, 'commands', '$JS.API.STREAM.PURGE.EVT_approval_bureau'],
    [PROVISIONER, 'commands', '$JS.API.STREAM.CREATE.OTHER'],
    [
      PROVISIONER,
      'commands',
      '$JS.API.CONSUMER.CREATE.EVT_approval_bureau.mine.evt.approval.bureau.>',
    ],
    [
      PROVISIONER,
      'commands',
      '$JS.API.CONSUMER.CREATE.EVT_approval_bureau.supervision-market.evt.approval.bureau.>',
    ],
    [PROVISIONER, 'commands', '$JS.API.ACCOUNT.PURGE.CENTRE'],
    [PROVISIONER, 'commands', 'evt.approval.bureau.supervision-market.case-noted.v1'],
  ] as const)('%s (%s) cannot publish %s', async (participant, duty, subject) => {
    await refusesPublishing(await intruder(participant, duty), subject);
  });

  it('cannot read what others are sent', async () => {
    const intake = await intruder(INTAKE, 'commands');

    await refusesReading(intake, '_INBOX.gateway-centre.>');
    await refusesReading(intake, 'cmd.approval.bureau.from.>');
    await refusesReading(intake, 'evt.>');
  });
});

describe('A stream', () => {
  it('cannot be purged or have messages deleted, even by its maker', async () => {
    const made = (await api.stream('EVT_approval_bureau'))?.config;

    expect(made).toMatchObject({ deny_delete: true, deny_purge: true });
    await expect(
      api.updateStream({
        ...(made as never as Parameters<JetStreamApi['updateStream']>[0]),
        deny_purge: false,
      }),
    ).rejects.toThrow(/deny/);
  });
});
