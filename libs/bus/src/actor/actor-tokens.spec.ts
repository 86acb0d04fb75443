import { SignJWT, UnsecuredJWT } from 'jose';
import { createPrivateKey } from 'node:crypto';
import type { Person } from '@onewindow/kernel';
import type { ParticipantToken } from '@onewindow/contracts';
import { ActorTokenSigner, ActorTokenVerifier } from './actor-tokens.js';
import { type GatewayKey, makeGatewayKey } from './gateway-keys.js';

const GATEWAY = 'gateway-centre';
const binding = { audience: 'approval-bureau', requestHash: 'ab'.repeat(32) } as const;
const bound = { ...binding, caller: GATEWAY } as const;

const person: Person = {
  kind: 'person',
  id: 'p1',
  name: '王芳',
  organisation: '91110000600037341L',
  organisationName: '一家公司',
  roles: ['approver', 'inspector'],
  region: '990100',
  department: 'bureau',
};

let key: GatewayKey;
let signer: ActorTokenSigner;
let verifier: ActorTokenVerifier;

beforeAll(async () => {
  key = await makeGatewayKey(GATEWAY);
  signer = new ActorTokenSigner(key.privateKey);
  verifier = new ActorTokenVerifier({ keys: [key.publicKey] });
});

const codeOf = async (token: string, expected: typeof bound | object = bound): Promise<string> =>
  verifier.verify(token, expected as typeof bound).then(
    () => 'believed',
    (error: unknown) => (error as { code: string }).code,
  );

/** A token with everything as it should be, but for what the spec changes. */
async function forged(changes: {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const { kind: _kind, id, ...claims } = person;
  return new SignJWT({
    iss: GATEWAY,
    sub: id,
    aud: binding.audience,
    iat: now,
    exp: now + 60,
    jti: 'j1',
    req: binding.requestHash,
    person: claims,
    ...changes.claims,
  })
    .setProtectedHeader({
      alg: 'EdDSA',
      typ: 'ow-actor+jwt',
      kid: key.publicKey.kid,
      ...changes.header,
    })
    .sign(createPrivateKey({ key: key.privateKey, format: 'jwk' }));
}

describe('An actor token', () => {
  it('tells who acts, whole', async () => {
    expect(await verifier.verify(await signer.sign(person, binding), bound)).toEqual(person);
    expect(await codeOf(await forged({}))).toBe('believed');
  });

  it('holds for its request, its addressee and its gateway only', async () => {
    const token = await signer.sign(person, binding);

    expect(await codeOf(token, { ...bound, requestHash: 'cd'.repeat(32) })).toBe(
      'actor-token-invalid',
    );
    expect(await codeOf(token, { ...bound, audience: 'intake-centre' })).toBe(
      'actor-token-invalid',
    );
    expect(await codeOf(token, { ...bound, caller: 'gateway-market' })).toBe('actor-token-invalid');
    expect(await codeOf(token, { ...bound, caller: 'supervision-market' })).toBe(
      'actor-token-invalid',
    );
  });

  it.each([
    ['that is too old', { claims: { iat: 1_700_000_000, exp: 4_000_000_000 } }],
    ['that has expired', { claims: { exp: Math.floor(Date.now() / 1000) - 30 } }],
    ['of the future', { claims: { iat: Math.floor(Date.now() / 1000) + 3_600 } }],
    ['without an end', { claims: { exp: undefined } }],
    ['without an id', { claims: { jti: undefined } }],
    ['for several addressees', { claims: { aud: [binding.audience, 'intake-centre'] } }],
    ['of nobody', { claims: { sub: '' } }],
    ['without a person', { claims: { person: undefined } }],
    ['of a person without a name', { claims: { person: { roles: [], region: '1' } } }],
    [
      'of a person whose roles are text',
      { claims: { person: { name: 'x', region: '1', roles: 'approver' } } },
    ],
    ['of another type', { header: { typ: 'JWT' } }],
    ['of a key nobody knows', { header: { kid: 'gateway-centre.other' } }],
    ['without a key id', { header: { kid: undefined } }],
  ])('%s is not believed', async (_, changes) => {
    expect(await codeOf(await forged(changes))).toBe('actor-token-invalid');
  });

  it('is not believed without a signature, with a broken one or with another algorithm', async () => {
    const { kind: _kind, id, ...claims } = person;
    const unsigned = new UnsecuredJWT({ person: claims, req: binding.requestHash, jti: 'x' })
      .setIssuer(GATEWAY)
      .setSubject(id)
      .setAudience(binding.audience)
      .setIssuedAt()
      .setExpirationTime('30s')
      .encode();
    const symmetric = await new SignJWT({ person: claims, req: binding.requestHash })
      .setProtectedHeader({ alg: 'HS256', typ: 'ow-actor+jwt', kid: String(key.publicKey.kid) })
      .setIssuer(GATEWAY)
      .setIssuedAt()
      .setExpirationTime('30s')
      .sign(new TextEncoder().encode(String(key.publicKey.x)));
    const [head, body, signature = ''] = (await signer.sign(person, binding)).split('.');
    const broken = `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;

    for (const token of [unsigned, symmetric, broken, '', 'x', 'a.b.c']) {
      expect(await codeOf(token)).toBe('actor-token-invalid');
    }
  });

  it('gives no role that this service does not know', async () => {
    const { kind: _kind, id: _id, ...claims } = person;
    const token = await forged({
      claims: { person: { ...claims, roles: ['approver', 'emperor'] } },
    });

    expect(await verifier.verify(token, bound)).toMatchObject({ roles: ['approver'] });
  });

  it('never lives longer than a minute, whatever is asked for', async () => {
    const token = await signer.sign(person, binding, 3_600);
    const { exp, iat } = JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    ) as { exp: number; iat: number };

    expect(exp - iat).toBe(60);
  });

  it('is signed with a key that bears the name of its gateway', async () => {
    expect(key.publicKey.kid).toMatch(/^gateway-centre\../);
    expect(() => new ActorTokenSigner({ ...key.privateKey, kid: 'anything' })).toThrow(TypeError);
    const token: ParticipantToken = 'gateway-market';
    expect((await makeGatewayKey(token)).publicKey.kid).toMatch(/^gateway-market\./);
  });

  it('shows its secret part to nobody', () => {
    expect(key.publicKey).not.toHaveProperty('d');
  });
});
