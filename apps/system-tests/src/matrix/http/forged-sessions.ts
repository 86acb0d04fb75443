import { readFileSync } from 'node:fs';
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { ActorTokenSigner } from '@onewindow/bus';
import type { Platform } from '@onewindow/tools';
import type { Visitor } from '../people.js';

const GATEWAY = 'gateway-centre';
const HOUR = 3600;

/** Tokens that must open nothing, by what is wrong with them; `whose` is the person whom they claim to be. */
export async function forgedSessions(
  { folder }: Platform,
  whose: Visitor,
): Promise<Readonly<Record<string, string>>> {
  const own = JSON.parse(readFileSync(folder.secret(GATEWAY, 'signing-key.json'), 'utf8')) as JWK;
  const key = await importJWK(own, 'EdDSA');
  const { privateKey: foreign } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const now = Math.floor(Date.now() / 1000);
  const claims = (exp: number, audience = `sessions.${GATEWAY}`, issuer: string = GATEWAY) => ({
    iss: issuer,
    aud: audience,
    sub: whose.person.id,
    jti: crypto.randomUUID(),
    iat: exp - 8 * HOUR,
    exp,
  });
  const header = { alg: 'EdDSA', typ: 'ow-session+jwt', kid: String(own.kid) };
  const signed = (payload: ReturnType<typeof claims>, changed: object = {}) =>
    new SignJWT(payload).setProtectedHeader({ ...header, ...changed }).sign(key);
  const [head = '', body = '', signature = ''] = whose.token.split('.');
  const another = whose.person.id === 'han.xue' ? 'shen.jing' : 'han.xue';
  const exchanged = encoded({ ...decoded(body), sub: another });
  return {
    'is no token': 'let-me-in',
    'is empty': '',
    'is too long': 'a'.repeat(5_000),
    'has expired': await signed(claims(now - 10)),
    'is signed with another key': await new SignJWT(claims(now + HOUR))
      .setProtectedHeader(header)
      .sign(foreign),
    'is signed by nobody': new UnsecuredJWT(claims(now + HOUR)).encode(),
    'names another person than the one it was signed for': `${head}.${exchanged}.${signature}`,
    'has lost its signature': `${head}.${body}.`,
    'is for another audience': await signed(claims(now + HOUR, 'sessions.gateway-other')),
    'comes from another gateway': await signed(
      claims(now + HOUR, `sessions.${GATEWAY}`, 'gateway-other'),
    ),
    'is of another sort': await signed(claims(now + HOUR), { typ: 'ow-receipt+jwt' }),
    'is an actor token': await new ActorTokenSigner(own).sign(whose.person, {
      audience: 'intake-centre',
      requestHash: 'a'.repeat(64),
    }),
    'is of somebody unknown': await signed({ ...claims(now + HOUR), sub: 'nobody.here' }),
  };
}

const decoded = (part: string): object =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
