import { createHash } from 'node:crypto';
import { headers } from '@nats-io/transport-node';
import type { Person, Refusal } from '@onewindow/kernel';
import { operationsOf, StreamState, type ParticipantToken } from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import {
  ActorTokenSigner,
  ActorTokenVerifier,
  type Answering,
  answers,
  type Around,
  busRefusals,
  type BusClient,
  CommandServer,
  commandSubject,
  makeGatewayKey,
  MAX_REQUEST_BYTES,
} from '../src/index.js';
import { aBus, type SpecBus } from './a-bus.js';
import {
  APPROVAL,
  Echo,
  GATEWAY,
  INTAKE,
  MARKET,
  OpenEcho,
  PROVISIONER,
  ServiceEcho,
  topology,
} from './spec-network.js';

let bus: SpecBus;
let gatewayKey: Awaited<ReturnType<typeof makeGatewayKey>>;
let signer: ActorTokenSigner;

const person: Person = {
  kind: 'person',
  id: 'p1',
  name: '王芳',
  roles: ['approver'],
  region: '990100',
  department: 'bureau',
};

beforeAll(async () => {
  gatewayKey = await makeGatewayKey(GATEWAY);
  signer = new ActorTokenSigner(gatewayKey.privateKey);
  bus = await aBus();
});

afterAll(() => bus.stop());

interface ServeOptions {
  readonly around?: Around;
  readonly maxInFlight?: number;
  readonly maxInFlightOfCaller?: number;
}

/** The participant answers with these until the end of the spec. */
const closing: (() => Promise<void>)[] = [];
async function serve(
  self: ParticipantToken,
  answering: readonly Answering[],
  options: ServeOptions = {},
) {
  const server = new CommandServer({
    connection: await bus.connectAs(self, 'commands'),
    topology,
    answers: answering,
    tokens: new ActorTokenVerifier({ keys: [gatewayKey.publicKey] }),
    log: bus.log,
    ...options,
  });
  await server.listen((error) => {
    if (error !== undefined) throw error as Error;
  });
  closing.push(() => server.close());
  return server;
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const codeOf = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error as Refusal).code,
  );

const asPerson = (who: Person = person, audience: ParticipantToken = APPROVAL) => ({
  actorToken: (requestHash: string) => signer.sign(who, { audience, requestHash }),
});

/** A request with every byte and header chosen by the spec. */
async function rawAsk(
  caller: ParticipantToken,
  subject: string,
  body: string | Uint8Array,
  given: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { nats } = await bus.connectAs(caller, 'commands');
  const carried = headers();
  for (const [name, value] of Object.entries(given)) carried.set(name, value);
  const answer = await nats.request(subject, body, { timeout: 2_000, headers: carried });
  const read = answer.json<{ ok: boolean; refusal?: { code: string } }>();
  return read.ok ? 'answered' : (read.refusal?.code ?? 'no code');
}

const echoes = () => [
  answers(Echo, async ({ text }, { actor }) => ({ text: `${actor.id}: ${text}` })),
  answers(OpenEcho, async ({ text }, { actor, caller }) => ({
    text: `${actor.kind} ${caller}: ${text}`,
  })),
];

describe('A command', () => {
  it('is answered to a person behind a gateway', async () => {
    await serve(APPROVAL, echoes());
    const client = await bus.clientOf(GATEWAY);

    expect(await client.ask(Echo, APPROVAL, { text: '你好' }, asPerson())).toEqual({
      text: 'p1: 你好',
    });
  });

  it('crosses accounts in both directions, the caller being whom the broker lets speak', async () => {
    await serve(APPROVAL, echoes());
    await serve(MARKET, [
      answers(ServiceEcho, async ({ text }, { caller }) => ({ text: `${caller}: ${text}` })),
    ]);
    const department = await bus.clientOf(MARKET);
    const gateway = await bus.clientOf(GATEWAY);

    expect(await department.ask(OpenEcho, APPROVAL, { text: 'x' })).toEqual({
      text: 'service supervision-market: x',
    });
    expect(await gateway.ask(ServiceEcho, MARKET, { text: 'x' })).toEqual({
      text: 'gateway-centre: x',
    });
  });

  it('is taken in turns by several processes of one participant', async () => {
    const counts = [0, 0];
    const counting = (index: number) => [
      answers(OpenEcho, async () => {
        counts[index] = (counts[index] ?? 0) + 1;
        return { text: '' };
      }),
    ];
    await serve(APPROVAL, counting(0));
    await serve(APPROVAL, counting(1));
    const client = await bus.clientOf(GATEWAY);

    for (let round = 0; round < 40; round += 1) await client.ask(OpenEcho, APPROVAL, { text: 'x' });

    expect(counts[0]! + counts[1]!).toBe(40);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('carries key, correlation and the hash of the request, the same for a retry', async () => {
    const seen: unknown[] = [];
    await serve(APPROVAL, [
      answers(Echo, async ({ text }, { idempotencyKey, correlation, requestHash }) => {
        seen.push({ idempotencyKey, correlation, requestHash });
        return { text };
      }),
    ]);
    const client = await bus.clientOf(GATEWAY);
    const given = { ...asPerson(), idempotencyKey: 'key-12345678', correlation: 'application-1' };

    await client.ask(Echo, APPROVAL, { text: 'x', mode: 'y' }, given);
    await client.ask(Echo, APPROVAL, { mode: 'y', text: 'x' }, given);

    const requestHash = createHash('sha256')
      .update('approval.echo.v1\n{"text":"x","mode":"y"}')
      .digest('hex');
    const expected = { idempotencyKey: 'key-12345678', correlation: 'application-1', requestHash };
    expect(seen).toEqual([expected, expected]);
  });

  it('runs inside what is put around it, which may give an earlier answer', async () => {
    const contracts: string[] = [];
    const around: Around = async (context, contract, _request, run) => {
      contracts.push(`${contract.id} for ${context.actor.id}`);
      return contracts.length === 1 ? run() : { text: 'as before' };
    };
    await serve(APPROVAL, echoes(), { around });
    const client = await bus.clientOf(GATEWAY);

    expect(await client.ask(Echo, APPROVAL, { text: 'x' }, asPerson())).toEqual({ text: 'p1: x' });
    expect(await client.ask(Echo, APPROVAL, { text: 'x' }, asPerson())).toEqual({
      text: 'as before',
    });
    expect(contracts).toEqual(['approval.echo.v1 for p1', 'approval.echo.v1 for p1']);
  });
});

describe('A request that is not as declared', () => {
  const subject = commandSubject(OpenEcho, APPROVAL, GATEWAY);

  beforeEach(() => serve(APPROVAL, echoes()));

  it.each([
    ['is no JSON', '{', 'payload-malformed'],
    ['is empty', '', 'payload-malformed'],
    ['is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'payload-malformed'],
    ['is a list', '[]', 'payload-invalid'],
    ['lacks a field', '{}', 'payload-invalid'],
    ['has an unknown field', '{"text":"x","more":1}', 'payload-invalid'],
    ['has a field of the wrong type', '{"text":{}}', 'payload-invalid'],
    ['tries the prototype', '{"text":"x","__proto__":{"mode":"x"}}', 'payload-invalid'],
    ['is nested without end', '['.repeat(100_000), 'payload-malformed'],
    ['is larger than allowed', `{"text":"${'x'.repeat(MAX_REQUEST_BYTES)}"}`, 'payload-too-large'],
  ])('and %s gets a typed refusal', async (_, body, code) => {
    expect(await rawAsk(GATEWAY, subject, body)).toBe(code);
  });

  it('in its version gets a typed refusal', async () => {
    expect(await rawAsk(GATEWAY, subject.replace('.v1', '.v99'), '{"text":"x"}')).toBe(
      'contract-unknown',
    );
    expect(
      await rawAsk(GATEWAY, subject.replace('.v1', '.oops'), '{"text":"x"}').catch(() => 'silence'),
    ).toBe('contract-unknown');
  });

  it('is refused by the caller already, before anything is sent', async () => {
    const client = await bus.clientOf(GATEWAY);
    const wrong = { text: 5, more: 1 } as never;

    const refusal = await client
      .ask(OpenEcho, APPROVAL, wrong)
      .catch((error: unknown) => error as Refusal);

    expect(refusal).toMatchObject({
      code: 'payload-invalid',
      unmet: [{ path: 'more' }, { path: 'text' }],
    });
    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: '😀'.repeat(99_000) }))).toBe(
      'payload-too-large',
    );
  });

  it('gets every fault at once', async () => {
    const { nats } = await bus.connectAs(GATEWAY, 'commands');
    const answer = await nats.request(subject, '{"more":1,"mode":7}', { timeout: 2_000 });

    expect(answer.json<{ refusal: Refusal }>().refusal.unmet.map((each) => each.path)).toEqual([
      'more',
      'text',
      'mode',
    ]);
  });
});

describe('Who may ask', () => {
  const subject = commandSubject(Echo, APPROVAL, GATEWAY);
  const key = { 'ow-idempotency-key': 'key-12345678' };
  const body = '{"text":"x"}';
  const hash = createHash('sha256').update(`approval.echo.v1\n${body}`).digest('hex');
  const binding = { audience: APPROVAL, requestHash: hash } as const;

  beforeEach(() => serve(APPROVAL, echoes()));

  it('a command needs a key of idempotency', async () => {
    expect(await rawAsk(GATEWAY, subject, body)).toBe('idempotency-key-needed');
    expect(await rawAsk(GATEWAY, subject, body, { 'ow-idempotency-key': 'short' })).toBe(
      'idempotency-key-needed',
    );
  });

  it('nobody without a token where a role is needed', async () => {
    expect(await rawAsk(GATEWAY, subject, body, key)).toBe('not-signed-in');
    expect(await rawAsk(GATEWAY, subject, body, { ...key, 'ow-actor': 'x.y.z' })).toBe(
      'actor-token-invalid',
    );
  });

  it('a person with a token for exactly this request', async () => {
    const token = await signer.sign(person, binding);

    expect(await rawAsk(GATEWAY, subject, body, { ...key, 'ow-actor': token })).toBe('answered');
    expect(await rawAsk(GATEWAY, subject, '{"text":"y"}', { ...key, 'ow-actor': token })).toBe(
      'actor-token-invalid',
    );
  });

  it('nobody with a token for another service, of another key, or too old', async () => {
    const another = new ActorTokenSigner((await makeGatewayKey(GATEWAY)).privateKey);
    const market = new ActorTokenSigner((await makeGatewayKey('gateway-market')).privateKey);
    const tokens = [
      await signer.sign(person, { ...binding, audience: INTAKE }),
      await another.sign(person, binding),
      await market.sign(person, binding),
      await signer.sign(person, binding, -10),
    ];

    for (const token of tokens) {
      expect(await rawAsk(GATEWAY, subject, body, { ...key, 'ow-actor': token })).toBe(
        'actor-token-invalid',
      );
    }
  });

  it('nobody whose roles do not include one of the contract', async () => {
    const token = await signer.sign({ ...person, roles: ['inspector'] }, binding);

    expect(await rawAsk(GATEWAY, subject, body, { ...key, 'ow-actor': token })).toBe(
      'not-permitted',
    );
  });

  it('only services that the contract names, refused by the broker at once', async () => {
    const client = await bus.clientOf(INTAKE);
    const started = Date.now();

    expect(await codeOf(client.ask(Echo, APPROVAL, { text: 'x' }))).toBe('not-permitted');
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('a service as itself, whatever token it shows', async () => {
    await serve(MARKET, [
      answers(ServiceEcho, async (_, { actor }) => ({ text: `${actor.kind} ${actor.id}` })),
    ]);
    const client = await bus.clientOf(APPROVAL);

    expect(
      await client.ask(ServiceEcho, MARKET, { text: 'x' }, { actorToken: 'anything' }),
    ).toEqual({
      text: 'service approval-bureau',
    });
  });
});

describe('A caller never waits in vain', () => {
  let client: BusClient;

  beforeEach(async () => {
    client = await bus.clientOf(GATEWAY);
  });

  it('when nobody answers', async () => {
    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }))).toBe('nobody-answers');
  });

  it('when nobody answers in another account', async () => {
    expect(await codeOf(client.ask(ServiceEcho, MARKET, { text: 'x' }, { timeoutMs: 300 }))).toBe(
      'timed-out',
    );
  });

  it('when the handler takes longer than it waits', async () => {
    const { promise, resolve } = Promise.withResolvers<{ text: string }>();
    await serve(APPROVAL, [answers(OpenEcho, () => promise)]);

    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }, { timeoutMs: 200 }))).toBe(
      'timed-out',
    );
    resolve({ text: '' });
  });

  it('when it stopped waiting before its turn came: the work is not begun', async () => {
    let begun = 0;
    await serve(APPROVAL, [
      answers(OpenEcho, async () => {
        begun += 1;
        return { text: '' };
      }),
    ]);
    const late = { 'ow-deadline': '2020-01-01T00:00:00.000Z' };

    expect(
      await rawAsk(GATEWAY, commandSubject(OpenEcho, APPROVAL, GATEWAY), '{"text":"x"}', late),
    ).toBe('timed-out');
    expect(begun).toBe(0);
  });

  it('when the handler fails, and it learns nothing of the failure', async () => {
    await serve(APPROVAL, [
      answers(OpenEcho, async ({ mode }) => {
        if (mode === 'odd') return { text: 1, secret: 'x' } as never;
        throw new Error('password of the database is 123');
      }),
    ]);

    const refusal = await client
      .ask(OpenEcho, APPROVAL, { text: 'x' })
      .catch((error: unknown) => error as Refusal);

    expect(JSON.stringify(refusal)).not.toContain('123');
    expect(refusal).toMatchObject({ code: 'internal-error' });
    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x', mode: 'odd' }))).toBe(
      'internal-error',
    );
    expect(
      bus.log.lines.some(({ error }) => (error as Error | undefined)?.message.includes('password')),
    ).toBe(true);
  });

  it('when the handler refuses, with every unmet rule', async () => {
    const unmet = [{ rule: 'site-plan-attached', message: { zh: '缺平面图', en: 'no plan' } }];
    await serve(APPROVAL, [
      answers(OpenEcho, async () => {
        throw busRefusals.refuse('payload-invalid', unmet);
      }),
    ]);

    await expect(client.ask(OpenEcho, APPROVAL, { text: 'x' })).rejects.toMatchObject({
      code: 'payload-invalid',
      kind: 'malformed',
      unmet,
    });
  });

  it('when the answer would be larger than the broker takes', async () => {
    await serve(APPROVAL, [answers(OpenEcho, async () => ({ text: 'x'.repeat(300_000) }))]);

    expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }))).toBe('answer-too-large');
  });

  it('when the reply carries more than declared: the rest stays in the service', async () => {
    await serve(APPROVAL, [answers(OpenEcho, async () => ({ text: 'x', internal: 'y' }))]);

    expect(await client.ask(OpenEcho, APPROVAL, { text: 'x' })).toEqual({ text: 'x' });
  });

  it('when the service is busy, and one caller cannot take every place', async () => {
    const gate = Promise.withResolvers<{ text: string }>();
    await serve(APPROVAL, [answers(OpenEcho, () => gate.promise)], {
      maxInFlight: 4,
      maxInFlightOfCaller: 3,
    });
    const department = await bus.clientOf(MARKET);

    const asked = Array.from({ length: 10 }, () =>
      codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' })),
    );
    const busy = Promise.all(asked.slice(3));
    expect(new Set(await busy)).toEqual(new Set(['busy']));
    const other = codeOf(department.ask(OpenEcho, APPROVAL, { text: 'x' }));
    gate.resolve({ text: '' });

    expect(await Promise.all([...asked.slice(0, 3), other])).toEqual(Array(4).fill('answered'));
  });

  it('and asks until it is answered, with one key, when it says so', async () => {
    const keys = new Set<string | undefined>();
    let tries = 0;
    await serve(MARKET, [
      answers(ServiceEcho, async (_, { idempotencyKey }) => {
        keys.add(idempotencyKey);
        tries += 1;
        if (tries < 3) throw busRefusals.refuse('busy');
        return { text: 'done' };
      }),
    ]);

    expect(
      await client.askUntilAnswered(ServiceEcho, MARKET, { text: 'x' }, { withinMs: 5_000 }),
    ).toEqual({
      text: 'done',
    });
    expect([keys.size, tries]).toEqual([1, 3]);
  });

  it('when the broker is away: it is told at once', async () => {
    const own = await aBus();
    const away = await own.clientOf(GATEWAY);
    await own.server.pause();
    const started = Date.now();

    await eventually(async () => {
      expect(await codeOf(away.ask(OpenEcho, APPROVAL, { text: 'x' }, { timeoutMs: 500 }))).toBe(
        'nobody-answers',
      );
    });

    expect(Date.now() - started).toBeLessThan(3_000);
    await own.server.start();
    await own.stop();
  });
});

describe('A reply subject', () => {
  const ask = async (caller: ParticipantToken, reply: string | undefined): Promise<void> => {
    const { nats } = await bus.connectAs(caller, 'commands');
    nats.publish(commandSubject(OpenEcho, APPROVAL, caller), '{"text":"x"}', {
      ...(reply !== undefined && { reply }),
    });
    await nats.flush();
  };

  it.each([
    ['an event', 'evt.approval.bureau.supervision-market.case-noted.v1'],
    ['a command', 'cmd.intake.centre.from.approval-bureau.confirm.v1'],
    ["another's inbox", '_INBOX.intake-centre.abc'],
    ['an inbox that only looks like its own', '_INBOX.gateway-centre-events.abc'],
    ["the broker's API", '$JS.API.STREAM.INFO.EVT_approval_bureau'],
    ['nothing', undefined],
  ])('that is %s gets no answer, and it is recorded', async (_, reply) => {
    let handled = 0;
    await serve(APPROVAL, [
      answers(OpenEcho, async () => {
        handled += 1;
        return { text: '' };
      }),
    ]);
    bus.log.lines.length = 0;

    await ask(GATEWAY, reply);

    await eventually(() => {
      expect(bus.log.lines).toContainEqual(
        expect.objectContaining({
          sentence: 'reply-subject-not-allowed',
          fields: expect.objectContaining({ audit: true, caller: GATEWAY }),
        }),
      );
    });
    expect(handled).toBe(0);
  });
});

describe("The broker's mapping of replies", () => {
  it('cannot be used by a client', async () => {
    const { nats } = await bus.connectAs(GATEWAY, 'commands');
    bus.log.lines.length = 0;

    nats.publish(commandSubject(OpenEcho, APPROVAL, GATEWAY), '{"text":"x"}', {
      reply: '_R_.abc.def',
    });
    await nats.flush();

    await eventually(() => {
      expect(bus.log.lines.map(({ error }) => String(error))).toContainEqual(
        expect.stringContaining('Permissions Violation'),
      );
    });
  });
});

describe('A server that closes', () => {
  it('answers what it has taken and leaves the rest to others', async () => {
    const gate = Promise.withResolvers<{ text: string }>();
    const server = await serve(APPROVAL, [answers(OpenEcho, () => gate.promise)]);
    const client = await bus.clientOf(GATEWAY);
    const taken = codeOf(client.ask(OpenEcho, APPROVAL, { text: 'x' }));
    await eventually(() => expect(server.inFlight).toBe(1));

    let closed = false;
    const close = server.close().then(() => (closed = true));
    await eventually(async () => {
      expect(await codeOf(client.ask(OpenEcho, APPROVAL, { text: 'y' }))).toBe('nobody-answers');
    });
    expect(closed).toBe(false);
    gate.resolve({ text: '' });

    expect(await taken).toBe('answered');
    await close;
  });

  it('refuses to be made for contracts of another service, or for one twice', () => {
    const make = (answering: readonly Answering[]) => serve(INTAKE, answering);

    return Promise.all([
      expect(make([answers(OpenEcho, async () => ({ text: '' }))])).rejects.toThrow(TypeError),
      expect(serve(APPROVAL, [...echoes(), ...echoes()])).rejects.toThrow(TypeError),
    ]);
  });
});

describe('The operations between services', () => {
  it('answer a department for its own route only', async () => {
    const { confirm } = operationsOf('approval');
    await serve(APPROVAL, [
      answers(confirm, async (_, { caller }) => ({ last: caller === MARKET ? 7 : 0 })),
    ]);
    const department = await bus.clientOf(MARKET);

    expect(await department.ask(confirm, APPROVAL, { applied: 3 })).toEqual({ last: 7 });
    expect(
      await codeOf(department.ask(operationsOf('intake').confirm, INTAKE, { applied: 3 })),
    ).toBe('not-permitted');
  });

  it('tell a relay the state of its own stream', async () => {
    await bus.provisioner();
    const department = await bus.clientOf(MARKET);

    const state = await department.askUntilAnswered(
      StreamState,
      PROVISIONER,
      {},
      { withinMs: 5_000 },
    );

    expect(state).toEqual({ created: expect.stringMatching(/^20/), lastSequence: 0 });
  });
});
