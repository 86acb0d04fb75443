import { answers } from '@onewindow/bus';
import { FindItemV1 } from '@onewindow/contracts';
import { aGateway, as, ask, INTAKE, people, signIn, type SpecGateway } from './a-gateway.js';

let gateway: SpecGateway;
beforeAll(async () => {
  gateway = await aGateway({ limits: { person: 40, address: 60, signIn: 3 } });
});
afterAll(() => gateway.stop());

const session = (init: RequestInit = {}) => ask(`${gateway.url}/api/session`, init);

describe('Signing in', () => {
  it('opens a session that tells who somebody is', async () => {
    const { status, body } = await signIn(gateway, 'lin.yue');

    expect(status).toBe(200);
    expect(body).toMatchObject({ person: people.owner });
    expect(Date.parse(body['expiresAt'] as string) - Date.now()).toBeGreaterThan(7 * 3_600_000);
    const headers = { authorization: `Bearer ${String(body['token'])}` };
    expect((await session({ headers })).body).toEqual(people.owner);
  });

  it('answers a wrong password and an unknown account alike', async () => {
    const wrong = await signIn(gateway, 'zhao.min', 'wrong');
    const unknown = await signIn(gateway, 'nobody', 'wrong');

    expect(wrong).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
    expect(wrong.headers.get('www-authenticate')).toContain('Bearer');
    expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
  });

  it('is slowed down for an account that is guessed at, and for nobody else', async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) await signIn(gateway, 'wei.na', 'wrong');

    const guess = await signIn(gateway, 'wei.na');

    expect(guess).toMatchObject({ status: 429, body: { code: 'sign-in-throttled' } });
    expect(Number(guess.headers.get('retry-after'))).toBeGreaterThan(200);
    expect((await signIn(gateway, 'zhao.min')).status).toBe(200);
  });

  it('takes nothing but an account and a password', async () => {
    const answer = await session({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'lin.yue', password: 1, admin: true }),
    });

    expect(answer).toMatchObject({
      status: 400,
      body: { unmet: [{ path: 'admin' }, { path: 'password' }] },
    });
  });
});

describe('Signing out', () => {
  it('ends the session at once', async () => {
    const headers = await as(gateway, people.owner);

    expect((await session({ method: 'DELETE', headers })).status).toBe(204);
    expect(await session({ headers })).toMatchObject({
      status: 401,
      body: { code: 'session-invalid' },
    });
  });
});

describe('The rate limit', () => {
  it('counts a person wherever they are and the public by address', async () => {
    await gateway.serve(INTAKE, [answers(FindItemV1, async () => ({}) as never)]);
    const headers = await as(gateway, people.auditor);
    const statuses = [];
    for (let request = 0; request < 41; request += 1)
      statuses.push((await session({ headers })).status);

    expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 200));
    const refused = await session({ headers });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await session({ headers: await as(gateway, people.owner) })).status).toBe(200);
  });
});
