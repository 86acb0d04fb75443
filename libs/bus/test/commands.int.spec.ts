import { createHash } from 'node:crypto';
import { operationsOf, StreamState } from '@onewindow/contracts';
import {
  ActorTokenSigner,
  answers,
  type Around,
  commandSubject,
  makeGatewayKey,
} from '../src/index.js';
import { anApprover, aServingBus, codeOf, echoes, type ServingBus } from './serving.js';
import {
  APPROVAL,
  Echo,
  GATEWAY,
  INTAKE,
  MARKET,
  OpenEcho,
  PROVISIONER,
  ServiceEcho,
} from './spec-network.js';

let on: ServingBus;

beforeAll(async () => {
  on = await aServingBus();
});

afterEach(() => on.closeServers());

afterAll(() => on.bus.stop());

describe('A command', () => {
  it('is answered to a person behind a gateway', async () => {
    await on.serve(APPROVAL, echoes());
    const client = await on.bus.clientOf(GATEWAY);

    expect(await client.ask(Echo, APPROVAL, { text: '你好' }, on.asPerson())).toEqual({
      text: 'p1: 你好',
    });
  });

  it('crosses accounts in both directions, the caller being whom the broker lets speak', async () => {
    await on.serve(APPROVAL, echoes());
    await on.serve(MARKET, [
      answers(ServiceEcho, async ({ text }, { caller }) => ({ text: `${caller}: ${text}` })),
    ]);
    const department = await on.bus.clientOf(MARKET);
    const gateway = await on.bus.clientOf(GATEWAY);

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
    await on.serve(APPROVAL, counting(0));
    await on.serve(APPROVAL, counting(1));
    const client = await on.bus.clientOf(GATEWAY);

    for (let round = 0; round < 40; round += 1) await client.ask(OpenEcho, APPROVAL, { text: 'x' });

    expect(counts[0]! + counts[1]!).toBe(40);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('carries key, correlation and the hash of the request, the same for a retry', async () => {
    const seen: unknown[] = [];
    await on.serve(APPROVAL, [
      answers(Echo, async ({ text }, { idempotencyKey, correlation, requestHash }) => {
        seen.push({ idempotencyKey, correlation, requestHash });
        return { text };
      }),
    ]);
    const client = await on.bus.clientOf(GATEWAY);
    const given = {
      ...on.asPerson(),
      idempotencyKey: 'key-12345678',
      correlation: 'application-1',
    };

    await client.ask(Echo, APPROVAL, { text: 'x', mode: 'y' }, given);
    await client.ask(Echo, APPROVAL, { mode: 'y', text: 'x' }, given);

    const requestHash = createHash('sha256')
      .update('approval.echo.v1\nkey-12345678\n{"text":"x","mode":"y"}')
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
    await on.serve(APPROVAL, echoes(), { around });
    const client = await on.bus.clientOf(GATEWAY);

    expect(await client.ask(Echo, APPROVAL, { text: 'x' }, on.asPerson())).toEqual({
      text: 'p1: x',
    });
    expect(await client.ask(Echo, APPROVAL, { text: 'x' }, on.asPerson())).toEqual({
      text: 'as before',
    });
    expect(contracts).toEqual(['approval.echo.v1 for p1', 'approval.echo.v1 for p1']);
  });
});

describe('Who may ask', () => {
  const subject = commandSubject(Echo, APPROVAL, GATEWAY);
  const key = { 'ow-idempotency-key': 'key-12345678' };
  const body = '{"text":"x"}';
  const hash = createHash('sha256').update(`approval.echo.v1\nkey-12345678\n${body}`).digest('hex');
  const binding = { audience: APPROVAL, requestHash: hash } as const;

  beforeEach(() => on.serve(APPROVAL, echoes()));

  it('a command needs a key of idempotency', async () => {
    expect(await on.rawAsk(GATEWAY, subject, body)).toBe('idempotency-key-needed');
    expect(await on.rawAsk(GATEWAY, subject, body, { 'ow-idempotency-key': 'short' })).toBe(
      'idempotency-key-needed',
    );
  });

  it('nobody without a token where a role is needed', async () => {
    expect(await on.rawAsk(GATEWAY, subject, body, key)).toBe('not-signed-in');
    expect(await on.rawAsk(GATEWAY, subject, body, { ...key, 'ow-actor': 'x.y.z' })).toBe(
      'actor-token-invalid',
    );
  });

  it('a person with a token for exactly this request', async () => {
    const token = await on.signer.sign(anApprover, binding);

    expect(await on.rawAsk(GATEWAY, subject, body, { ...key, 'ow-actor': token })).toBe('answered');
    expect(await on.rawAsk(GATEWAY, subject, '{"text":"y"}', { ...key, 'ow-actor': token })).toBe(
      'actor-token-invalid',
    );
    const another = { 'ow-idempotency-key': 'key-87654321', 'ow-actor': token };
    expect(await on.rawAsk(GATEWAY, subject, body, another)).toBe('actor-token-invalid');
  });

  it('nobody with a token for another service, of another key, or too old', async () => {
    const another = new ActorTokenSigner((await makeGatewayKey(GATEWAY)).privateKey);
    const market = new ActorTokenSigner((await makeGatewayKey('gateway-market')).privateKey);
    const tokens = [
      await on.signer.sign(anApprover, { ...binding, audience: INTAKE }),
      await another.sign(anApprover, binding),
      await market.sign(anApprover, binding),
      await on.signer.sign(anApprover, binding, -10),
    ];

    for (const token of tokens) {
      expect(await on.rawAsk(GATEWAY, subject, body, { ...key, 'ow-actor': token })).toBe(
        'actor-token-invalid',
      );
    }
  });

  it('nobody whose roles do not include one of the contract', async () => {
    const token = await on.signer.sign({ ...anApprover, roles: ['inspector'] }, binding);

    expect(await on.rawAsk(GATEWAY, subject, body, { ...key, 'ow-actor': token })).toBe(
      'not-permitted',
    );
  });

  it('only services that the contract names, refused by the broker at once', async () => {
    const client = await on.bus.clientOf(INTAKE);

    expect(await codeOf(client.ask(Echo, APPROVAL, { text: 'x' }))).toBe('not-permitted');
  });

  it('a service as itself, whatever token it shows', async () => {
    await on.serve(MARKET, [
      answers(ServiceEcho, async (_, { actor }) => ({ text: `${actor.kind} ${actor.id}` })),
    ]);
    const client = await on.bus.clientOf(APPROVAL);

    expect(
      await client.ask(ServiceEcho, MARKET, { text: 'x' }, { actorToken: 'anything' }),
    ).toEqual({
      text: 'service approval-bureau',
    });
  });
});

describe('The operations between services', () => {
  it('answer a department for its own route only', async () => {
    const { confirm } = operationsOf('approval');
    await on.serve(APPROVAL, [
      answers(confirm, async (_, { caller }) => ({ last: caller === MARKET ? 7 : 0 })),
    ]);
    const department = await on.bus.clientOf(MARKET);

    expect(await department.ask(confirm, APPROVAL, { applied: 3 })).toEqual({ last: 7 });
    expect(
      await codeOf(department.ask(operationsOf('intake').confirm, INTAKE, { applied: 3 })),
    ).toBe('not-permitted');
  });

  it('tell a relay the state of its own stream', async () => {
    await on.bus.provisioner();
    const department = await on.bus.clientOf(MARKET);

    const state = await department.askUntilAnswered(
      StreamState,
      PROVISIONER,
      {},
      { withinMs: 60_000 },
    );

    expect(state).toEqual({ created: expect.stringMatching(/^20/), lastSequence: 0 });
  });
});
