import { holds } from '@onewindow/kernel';
import { ActorTokenSigner, hashOfRequest, makeGatewayKey } from '@onewindow/bus';
import { importJWK, SignJWT } from 'jose';
import { gather } from '../findings.js';
import { requestOf } from '../http/contract-requests.js';
import { bindingOf, bytesOf, signingKeyOf } from './bus-caller.js';
import type { Question } from './questions.js';
import { asksForARole, speaksForPeople, type BusCell, type Speakers } from './speakers.js';

/** Proofs of a person that prove nothing, by what is wrong with them. */
async function forgedTokens(
  speakers: Speakers,
  question: Question,
  body: Uint8Array,
  key: string,
): Promise<Readonly<Record<string, string>>> {
  const { contract, to } = question;
  const { person, token: session } = speakers.allowed(question) ?? speakers.visitor('han.xue');
  const own = signingKeyOf(speakers.platform);
  const ownKey = await importJWK(own, 'EdDSA');
  const binding = bindingOf(contract, to, body, key);
  const good = await speakers.gateway.signer.sign(person, binding);
  const { privateKey: others } = await makeGatewayKey('gateway-centre');
  const { privateKey: elsewhere } = await makeGatewayKey('gateway-elsewhere');
  const [head = '', claims = '', signature = ''] = good.split('.');
  const now = Math.floor(Date.now() / 1000);
  const { kind: _kind, id, ...about } = person;
  const signedAt = (issuedAt: number, lifeSeconds: number, header: object = {}) =>
    new SignJWT({ person: about, req: binding.requestHash })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'ow-actor+jwt', kid: String(own.kid), ...header })
      .setIssuer('gateway-centre')
      .setSubject(id)
      .setAudience(to)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeSeconds)
      .setJti(crypto.randomUUID())
      .sign(ownKey);
  const promoted = {
    ...decoded(claims),
    person: { ...about, roles: ['administrator'], name: '冒名' },
  };
  return {
    'no token': 'let-me-in',
    'a session': session,
    'an expired one': await signedAt(now - 120, 60),
    'one that is not valid yet': await signedAt(now + 3_600, 60),
    'one that lives too long': await signedAt(now - 300, 3_600),
    'one of another sort': await signedAt(now, 60, { typ: 'ow-session+jwt' }),
    'one of a key that nobody knows': await new ActorTokenSigner(others).sign(person, binding),
    'one of a foreign gateway': await new ActorTokenSigner(elsewhere).sign(person, binding),
    'one that was tampered with': `${head}.${encoded(promoted)}.${signature}`,
    'one without its signature': `${head}.${claims}.`,
    'one for another request': await speakers.gateway.signer.sign(person, {
      ...binding,
      requestHash: bindingOf(contract, to, bytesOf({ another: 'request' }), key).requestHash,
    }),
    'one for another idempotency key': await speakers.gateway.signer.sign(person, {
      ...binding,
      requestHash: hashOfRequest(contract.id, body, crypto.randomUUID()),
    }),
    'one for another service': await speakers.gateway.signer.sign(person, {
      ...binding,
      audience: to === 'intake-centre' ? 'approval-bureau' : 'intake-centre',
    }),
  };
}

/** Faults of the one on whose behalf a gateway asks. */
export const TOKEN_CELLS: readonly BusCell[] = [
  {
    title: 'is refused with an actor token that does not hold',
    appliesTo: speaksForPeople,
    check: async (speakers, question) => {
      const body = bytesOf(requestOf(question.contract));
      const key = crypto.randomUUID();
      const forged = Object.entries(await forgedTokens(speakers, question, body, key));
      return gather(forged, async ([what, token]) => {
        const headers = { 'ow-actor': token };
        const call = await speakers.call(question, { body, key, headers });
        return speakers.refusal(what, question, call, { code: 'actor-token-invalid' });
      });
    },
  },
  {
    title: 'is refused without an actor token',
    appliesTo: asksForARole,
    check: async (speakers, question) => {
      const body = bytesOf(requestOf(question.contract));
      const call = await speakers.call(question, { body, headers: { 'ow-actor': '' } });
      return speakers.refusal('nobody', question, call, { code: 'not-signed-in' });
    },
  },
  {
    title: 'is refused to everybody whose roles do not permit it',
    appliesTo: asksForARole,
    check: (speakers, question) => {
      const { permitted } = question.contract;
      const roles = typeof permitted === 'string' ? [] : permitted;
      const others = speakers.visitors.filter(({ person }) => !holds(person, ...roles));
      const body = bytesOf(requestOf(question.contract));
      return gather(others, async ({ person }) =>
        speakers.refusal(person.id, question, await speakers.call(question, { body, person }), {
          code: 'not-permitted',
        }),
      );
    },
  },
];

const decoded = (part: string): object =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
