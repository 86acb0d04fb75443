import { createHash, randomUUID } from 'node:crypto';
import { request as rawRequest } from 'node:http';
import { createConnection } from 'node:net';
import { answers, busRefusals, type CommandContext } from '@onewindow/bus';
import {
  FindItemV1,
  ListApplicationsV1,
  ListHandoversV1,
  operationsOf,
  WithdrawApplicationV1,
} from '@onewindow/contracts';
import { Refusal } from '@onewindow/kernel';
import { aGateway, as, ask, INTAKE, MARKET, people, type SpecGateway } from './a-gateway.js';

let gateway: SpecGateway;
let owner: Record<string, string>;
beforeAll(async () => {
  gateway = await aGateway();
  owner = await as(gateway, people.owner);
});
afterAll(() => gateway.stop());

const stops: (() => Promise<unknown>)[] = [];
const serve = async (...[self, list]: Parameters<SpecGateway['serve']>) =>
  void stops.push(await gateway.serve(self, list));
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const APPLICATION = '0f8fad5b-d9cb-469f-a165-70867728950e';
const withdrawal = () => `${gateway.url}/api/applications/${APPLICATION}/withdrawal`;
const REPLY = { withdrawnAt: '2026-02-09T02:12:00.000Z' };

const command = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: {
    ...owner,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...headers,
  },
  body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
});

function withoutSession(): RequestInit {
  const init = command({ reason: 'x' });
  const { authorization: _session, ...headers } = init.headers as Record<string, string>;
  return { ...init, headers };
}

/** Plays intake for one command and keeps what it was asked. */
async function servedWithdrawals(reply: () => Promise<typeof REPLY> = async () => REPLY) {
  const seen: { request: object; context: CommandContext }[] = [];
  await serve(INTAKE, [
    answers(WithdrawApplicationV1, async (request, context) => {
      seen.push({ request, context });
      return reply();
    }),
  ]);
  return seen;
}

describe('A command over HTTP', () => {
  it('reaches the service as the person who signed in, with path and body in one request', async () => {
    const seen = await servedWithdrawals();

    const answer = await ask(withdrawal(), command({ reason: '改期再办' }));

    expect(answer).toMatchObject({ status: 200, body: REPLY });
    expect(seen[0]?.request).toEqual({ applicationId: APPLICATION, reason: '改期再办' });
    expect(seen[0]?.context.actor).toEqual(people.owner);
    expect(seen[0]?.context.correlation).toBe(answer.headers.get('x-correlation-id'));
  });

  it('carries a key that two people can never share', async () => {
    const seen = await servedWithdrawals();

    await ask(withdrawal(), command({ reason: 'x' }, { 'idempotency-key': 'the-same-key' }));

    const expected = createHash('sha256').update('lin.yue\nthe-same-key').digest('hex');
    expect(seen[0]?.context.idempotencyKey).toBe(expected);
  });

  it('is asked again with the same key while the service is busy', async () => {
    let attempts = 0;
    const seen = await servedWithdrawals(async () => {
      attempts += 1;
      if (attempts < 3) throw busRefusals.refuse('busy');
      return REPLY;
    });

    const answer = await ask(withdrawal(), command({ reason: 'x' }));

    expect(answer).toMatchObject({ status: 200, body: REPLY });
    expect(new Set(seen.map(({ context }) => context.idempotencyKey)).size).toBe(1);
  });

  it('finds a service that comes back meanwhile', async () => {
    const asked = ask(withdrawal(), command({ reason: 'x' }));
    await servedWithdrawals();

    expect(await asked).toMatchObject({ status: 200, body: REPLY });
  });

  it('is answered in bounded time also when nobody answers', async () => {
    const began = Date.now();

    const answer = await ask(withdrawal(), command({ reason: 'x' }));

    expect(answer).toMatchObject({ status: 503, body: { code: 'nobody-answers' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it('is answered in bounded time also when the service never does', async () => {
    const seen = await servedWithdrawals(() => {
      const { promise, resolve } = Promise.withResolvers<typeof REPLY>();
      waiting.push(() => resolve(REPLY));
      return promise;
    });
    const waiting: (() => void)[] = [];
    const began = Date.now();

    const answer = await ask(withdrawal(), command({ reason: 'x' }));

    expect(answer).toMatchObject({ status: 504, body: { code: 'timed-out' } });
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen.map(({ context }) => context.idempotencyKey)).size).toBe(1);
    for (const end of waiting) end();
  });

  it('passes a refusal on with every unmet rule', async () => {
    const unmet = [
      { rule: 'a', message: { zh: '甲', en: 'A' }, path: 'x.0', source: '行政许可法 32' },
      { rule: 'b', message: { zh: '乙', en: 'B' } },
    ];
    await servedWithdrawals(async () => {
      throw new Refusal('not-so', 'unmet', { zh: '不行', en: 'It is not so' }, unmet);
    });

    const answer = await ask(withdrawal(), command({ reason: 'x' }, { 'accept-language': 'en' }));

    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'urn:onewindow:refusal:not-so',
      title: 'It is not so',
      status: 422,
      detail: 'x.0: A\nB',
      instance: `urn:uuid:${String(answer.headers.get('x-correlation-id'))}`,
      code: 'not-so',
      messages: { zh: '不行', en: 'It is not so' },
      unmet,
    });
  });

  it('tells nothing of a fault inside the service', async () => {
    await servedWithdrawals(async () => {
      throw new Error('password of the database: 1234');
    });

    const answer = await ask(withdrawal(), command({ reason: 'x' }));

    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(JSON.stringify(answer.body)).not.toContain('1234');
  });
});

describe('A request that cannot be one', () => {
  const refused: readonly (readonly [string, () => RequestInit, number, string])[] = [
    ['no JSON', () => command('{"reason":'), 400, 'payload-malformed'],
    ['no UTF-8', () => command(Buffer.from([0x22, 0xff, 0x22])), 400, 'payload-malformed'],
    ['a list', () => command([]), 400, 'payload-invalid'],
    ['null', () => command('null'), 400, 'payload-invalid'],
    ['without a field', () => command({}), 400, 'payload-invalid'],
    ['with an unknown field', () => command({ reason: 'x', more: 1 }), 400, 'payload-invalid'],
    ['with a wrong type', () => command({ reason: 1 }), 400, 'payload-invalid'],
    ['too large', () => command({ reason: 'x'.repeat(300_000) }), 413, 'payload-too-large'],
    [
      'too large for the bus',
      () => command({ reason: 'x'.repeat(250_000) }),
      400,
      'payload-invalid',
    ],
    [
      'plain text',
      () => command('x', { 'content-type': 'text/plain' }),
      415,
      'media-type-not-accepted',
    ],
    [
      'a form',
      () => command('reason=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'media-type-not-accepted',
    ],
    [
      'an upload',
      () => command('--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
      415,
      'media-type-not-accepted',
    ],
    [
      'without a key',
      () => command({ reason: 'x' }, { 'idempotency-key': '' }),
      400,
      'idempotency-key-needed',
    ],
    [
      'with a short key',
      () => command({ reason: 'x' }, { 'idempotency-key': 'short' }),
      400,
      'idempotency-key-needed',
    ],
    ['without a session', () => withoutSession(), 401, 'not-signed-in'],
    [
      'with a forged session',
      () => command({ reason: 'x' }, { authorization: 'Bearer a.b.c' }),
      401,
      'session-invalid',
    ],
  ];

  it.each(refused)('is refused when it is %s', async (_, init, status, code) => {
    const seen = await servedWithdrawals();

    const answer = await ask(withdrawal(), init());

    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(seen).toEqual([]);
  });

  it('names every fault with its path', async () => {
    await servedWithdrawals();

    const { body } = await ask(
      `${gateway.url}/api/applications/7/withdrawal`,
      command({ reason: '', more: 1 }),
    );

    const paths = (body['unmet'] as { path: string; rule: string }[]).map(
      ({ path, rule }) => `${path}: ${rule}`,
    );
    expect(paths).toEqual(['more: known-field', 'applicationId: is-uuid', 'reason: min-length']);
  });

  it('is refused when body and path contradict each other', async () => {
    const answer = await ask(withdrawal(), command({ reason: 'x', applicationId: randomUUID() }));

    expect(answer).toMatchObject({
      status: 400,
      body: { unmet: [{ rule: 'same-as-in-path', path: 'applicationId' }] },
    });
  });

  it('is refused by a service of its own accord when its person may not', async () => {
    await servedWithdrawals();
    const clerk = await as(gateway, people.clerk);

    const answer = await ask(withdrawal(), command({ reason: 'x' }, clerk));

    expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });
});

describe('An address', () => {
  it('that nobody knows is not found', async () => {
    const answer = await ask(`${gateway.url}/api/commands`, { headers: owner });

    expect(answer).toMatchObject({ status: 404, body: { code: 'route-unknown' } });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('tells which methods it takes', async () => {
    const answer = await ask(withdrawal(), { method: 'DELETE', headers: owner });

    expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('that cannot be decoded is refused in the same format', async () => {
    const answer = await raw('/api/items/%zz');

    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect(answer.body).toMatchObject({ code: 'address-malformed' });
  });

  it('with a part that is far too long is refused', async () => {
    const answer = await ask(`${gateway.url}/api/items/${'x'.repeat(300)}`);

    expect(answer).toMatchObject({ status: 400, body: { code: 'address-malformed' } });
  });
});

describe('Bytes that are no request', () => {
  const send = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(gateway.url);
      const socket = createConnection({ host: hostname, port: Number(port) }, () =>
        socket.write(text),
      );
      let answer = '';
      socket.on('data', (part) => (answer += part.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });

  it.each([
    ['another language', 'HELO there\r\n\r\n', 400],
    ['a header without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(70_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /api/files HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
    ],
  ])('as %s are answered in the same format', async (_, text, status) => {
    const [head = '', body = '{}'] = (await send(text)).split('\r\n\r\n');

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(head).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code: 'request-incomplete', status });
  });
});

/** What a browser and `fetch` would not send. */
const raw = (path: string) =>
  new Promise<{ status?: number; type?: string; body: unknown }>((resolve, reject) => {
    const { hostname, port } = new URL(gateway.url);
    rawRequest({ hostname, port, path }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          type: response.headers['content-type']!,
          body: JSON.parse(Buffer.concat(parts).toString()),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('A query over HTTP', () => {
  it('takes numbers from the address as its fields declare them', async () => {
    const seen: object[] = [];
    await serve(INTAKE, [
      answers(ListApplicationsV1, async (request) => {
        seen.push(request);
        return { applications: [], total: 0 };
      }),
    ]);

    await ask(`${gateway.url}/api/applications?limit=20&text=12`, { headers: owner });

    expect(seen).toEqual([{ limit: 20, text: '12' }]);
  });

  it('names a value of the wrong type', async () => {
    const answer = await ask(`${gateway.url}/api/applications?limit=many`, { headers: owner });

    expect(answer).toMatchObject({
      status: 400,
      body: { unmet: [{ path: 'limit', rule: 'is-int' }] },
    });
  });

  it('of the public is answered without a session, and only without a doubtful one', async () => {
    await serve(INTAKE, [
      answers(FindItemV1, async () => {
        throw busRefusals.refuse('contract-unknown');
      }),
    ]);
    const item = `${gateway.url}/api/items/drainage-permit`;

    expect(await ask(item)).toMatchObject({ status: 404, body: { code: 'contract-unknown' } });
    const doubtful = await ask(item, { headers: { authorization: 'Bearer x' } });
    expect(doubtful).toMatchObject({ status: 401, body: { code: 'session-invalid' } });
  });

  it('goes to the instance that serves the department', async () => {
    await serve(MARKET, [answers(ListHandoversV1, async () => ({ handovers: [], total: 7 }))]);
    const supervisor = await as(gateway, people.supervisor);
    const list = (department: string) =>
      ask(`${gateway.url}/api/departments/${department}/handovers`, { headers: supervisor });

    expect((await list('market-regulation')).body).toEqual({ handovers: [], total: 7 });
    expect(await list('forestry')).toMatchObject({
      status: 404,
      body: { code: 'department-unknown' },
    });
  });

  it('goes to the instance that it names', async () => {
    const { journalFigures } = operationsOf('supervision');
    const figures = { journal: 1, published: 2, consumed: 3, parked: 0, armed: 0, backlog: 0 };
    await serve(MARKET, [answers(journalFigures, async () => figures)]);
    const auditor = await as(gateway, people.auditor);
    const read = (participant: string) =>
      ask(`${gateway.url}/api/operations/supervision/${participant}/journal-figures`, {
        headers: auditor,
      });

    expect((await read('supervision-market')).body).toEqual(figures);
    expect(await read('intake-centre')).toMatchObject({
      status: 404,
      body: { code: 'participant-unknown' },
    });
  });
});

describe('The interface description', () => {
  it('is served with the address of this gateway', async () => {
    const { status, body } = await ask(`${gateway.url}/api/openapi.json`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: 'https://onewindow.example' }],
    });
  });

  it('is a page that loads nothing from elsewhere', async () => {
    const page = await ask(`${gateway.url}/api/docs`);
    const text = String(page.body['text']);
    const loaded = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);

    expect(page.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'",
    );
    expect(loaded.length).toBe(5);
    for (const address of loaded) {
      expect(address).toMatch(/^\/api\//);
      const { status } = await ask(`${gateway.url}${String(address)}`);
      expect([address, status]).toEqual([address, 200]);
    }
    expect(await ask(`${gateway.url}/api/docs/package.json`)).toMatchObject({ status: 404 });
  });
});

describe('The process', () => {
  it('says on its own port and at the door that it is alive and ready', async () => {
    const health = `http://127.0.0.1:${gateway.run.healthPort}`;

    for (const place of [gateway.url, health]) {
      expect(await ask(`${place}/live`)).toMatchObject({ status: 200, body: { live: true } });
      expect(await ask(`${place}/ready`)).toMatchObject({ status: 200, body: { ready: true } });
    }
  });
});
