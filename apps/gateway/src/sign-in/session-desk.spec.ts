import { ActorTokenSigner, makeGatewayKey } from '@onewindow/bus';
import type { Person } from '@onewindow/kernel';
import { signFileReceipt } from '@onewindow/files';
import { createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { People } from './people.js';
import { SESSION_SECONDS, SessionDesk } from './session-desk.js';
import { requireSession, type Visitor } from './visitor.js';

const person: Person = {
  kind: 'person',
  id: 'lin.yue',
  name: '林悦',
  roles: ['applicant'],
  region: '379900',
};

const { privateKey } = await makeGatewayKey('gateway-centre');
const START = Date.parse('2026-04-27T01:00:00Z');

function aDesk(gateway: 'gateway-centre' | 'gateway-market' = 'gateway-centre') {
  const clock = { now: START };
  const known = new Map([[person.id, person]]);
  const people: People = { authenticate: async () => person, current: (id) => known.get(id) };
  const desk = new SessionDesk(gateway, people, privateKey, () => clock.now);
  const recognise = (token: string) => desk.recognise(`Bearer ${token}`);
  return { desk, clock, known, recognise };
}

const personOf = (visitor: Visitor) => requireSession(visitor).person;

describe('A session', () => {
  it('is recognised by its token, in this process and in the next', async () => {
    const { desk, recognise } = aDesk();
    const { token } = await desk.open(person);

    expect(personOf(await recognise(token))).toEqual(person);
    expect(personOf(await aDesk().recognise(token))).toEqual(person);
  });

  it('ends after eight hours', async () => {
    const { desk, clock, recognise } = aDesk();
    const { token } = await desk.open(person);

    clock.now += SESSION_SECONDS * 1000 - 1;
    expect((await recognise(token)).kind).toBe('signed-in');
    clock.now += 1;
    expect((await recognise(token)).kind).toBe('doubtful');
    expect((await aDesk().recognise(token)).kind).toBe('signed-in');
  });

  it('ends when its person signs out, and no other one with it', async () => {
    const { desk, recognise } = aDesk();
    const [one, other] = [await desk.open(person), await desk.open(person)];
    const told: string[] = [];
    desk.onEnded(({ id }) => told.push(id));

    desk.end(requireSession(await recognise(one.token)));

    expect((await recognise(one.token)).kind).toBe('doubtful');
    expect((await recognise(other.token)).kind).toBe('signed-in');
    expect(told).toEqual([one.session.id]);
  });

  it('ends when the account is gone, and has the rights of today', async () => {
    const { desk, known, recognise } = aDesk();
    const { token } = await desk.open(person);
    known.set(person.id, { ...person, roles: [] });
    expect(personOf(await recognise(token)).roles).toEqual([]);

    known.clear();

    expect((await recognise(token)).kind).toBe('doubtful');
  });
});

describe('What proves no session', () => {
  const key = createPrivateKey({ key: privateKey, format: 'jwk' });
  const claims = (typ: string, audience: string) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', typ })
      .setIssuer('gateway-centre')
      .setAudience(audience)
      .setSubject(person.id)
      .setJti(randomUUID())
      .setIssuedAt(START / 1000)
      .setExpirationTime(START / 1000 + 3600);
  const session = () => claims('ow-session+jwt', 'sessions.gateway-centre');

  const proofs: readonly (readonly [string, () => Promise<string> | string])[] = [
    [
      'an actor token of the same key',
      () =>
        new ActorTokenSigner(privateKey).sign(person, {
          audience: 'intake-centre',
          requestHash: 'x',
        }),
    ],
    [
      'a receipt of the same key',
      () =>
        signFileReceipt(
          key,
          {
            hash: 'a'.repeat(64) as never,
            size: 1,
            mediaType: 'x',
            name: 'x',
            uploader: person.id,
          },
          { now: new Date(START) },
        ),
    ],
    ['another type', () => claims('JWT', 'sessions.gateway-centre').sign(key)],
    ['another audience', () => claims('ow-session+jwt', 'sessions.gateway-market').sign(key)],
    [
      'the key of another gateway',
      async () => {
        const other = await makeGatewayKey('gateway-centre');
        return session().sign(createPrivateKey({ key: other.privateKey, format: 'jwk' }));
      },
    ],
    [
      'no signature',
      () =>
        new UnsecuredJWT({})
          .setSubject(person.id)
          .setExpirationTime(START / 1000 + 60)
          .encode(),
    ],
    ['the public key as a shared secret', () => hmacSigned()],
    ['nothing', () => ''],
    ['a very long text', () => 'x'.repeat(100_000)],
  ];

  async function hmacSigned(): Promise<string> {
    const secret = new TextEncoder().encode(String(privateKey.x));
    return new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', typ: 'ow-session+jwt' })
      .setIssuer('gateway-centre')
      .setAudience('sessions.gateway-centre')
      .setSubject(person.id)
      .setJti(randomUUID())
      .setIssuedAt(START / 1000)
      .setExpirationTime(START / 1000 + 3600)
      .sign(secret);
  }

  it('takes the very same token when everything is right', async () => {
    expect((await aDesk().recognise(await session().sign(key))).kind).toBe('signed-in');
  });

  it.each(proofs)('is %s', async (_, make) => {
    expect((await aDesk().recognise(await make())).kind).toBe('doubtful');
  });

  it('is another scheme', async () => {
    expect((await aDesk().desk.recognise('Basic bGluOnB3')).kind).toBe('doubtful');
  });

  it('is told apart from no proof at all', async () => {
    expect((await aDesk().desk.recognise(undefined)).kind).toBe('public');
  });
});
