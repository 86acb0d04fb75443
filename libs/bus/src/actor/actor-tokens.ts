import { createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto';
import { type JWK, jwtVerify, SignJWT } from 'jose';
import type { ParticipantToken } from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { busRefusals } from '../bus-refusals.js';
import { type GatewayKeys, gatewayOfKey } from './gateway-keys.js';
import { claimsOf, personIn } from './person-claims.js';

/** A token is good for one request to one participant, and for a minute at most. */
export interface ActorTokenBinding {
  readonly audience: ParticipantToken;
  /** Of contract and request, see `BusClient.ask`. */
  readonly requestHash: string;
}

export const LONGEST_LIFE_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;
const TYPE = 'ow-actor+jwt';
const ALGORITHM = 'EdDSA';

/** A gateway's own pen. Real time: tokens know no simulated clock. */
export class ActorTokenSigner {
  private readonly key: KeyObject;
  private readonly gateway: ParticipantToken;

  constructor(private readonly privateKey: JWK) {
    const gateway = gatewayOfKey(privateKey.kid);
    if (gateway === undefined) throw new TypeError('the key id of a gateway begins with its token');
    this.gateway = gateway;
    this.key = createPrivateKey({ key: privateKey, format: 'jwk' });
  }

  sign(
    person: Person,
    { audience, requestHash }: ActorTokenBinding,
    lifeSeconds = LONGEST_LIFE_SECONDS,
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ person: claimsOf(person), req: requestHash })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: String(this.privateKey.kid) })
      .setIssuer(this.gateway)
      .setSubject(person.id)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + Math.min(lifeSeconds, LONGEST_LIFE_SECONDS))
      .setJti(randomUUID())
      .sign(this.key);
  }
}

/** What every service checks for itself; nothing that a caller says about a person is believed without it. */
export class ActorTokenVerifier {
  private readonly keys: ReadonlyMap<string, KeyObject>;

  constructor({ keys }: GatewayKeys) {
    this.keys = new Map(
      keys.map((each) => [String(each.kid), createPublicKey({ key: each, format: 'jwk' })]),
    );
  }

  /**
   * The person that `caller`, a gateway, acts for. Throws the refusal `actor-token-invalid` whatever is wrong:
   * who forges tokens learns nothing from the answer.
   */
  async verify(
    token: string,
    binding: ActorTokenBinding & { readonly caller: ParticipantToken },
  ): Promise<Person> {
    try {
      const { payload, protectedHeader } = await jwtVerify(
        token,
        ({ kid }) => this.keyOf(kid, binding.caller),
        {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer: binding.caller,
          audience: binding.audience,
          maxTokenAge: LONGEST_LIFE_SECONDS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          requiredClaims: ['exp', 'iat', 'sub', 'jti', 'req'],
        },
      );
      if (payload['req'] !== binding.requestHash) throw new TypeError('made for another request');
      if (Array.isArray(payload.aud) || protectedHeader.crit !== undefined)
        throw new TypeError('odd');
      return personIn(payload);
    } catch {
      throw busRefusals.refuse('actor-token-invalid');
    }
  }

  private keyOf(kid: string | undefined, caller: ParticipantToken): KeyObject {
    const key = kid === undefined ? undefined : this.keys.get(kid);
    if (key === undefined || gatewayOfKey(kid) !== caller)
      throw new TypeError('not a key of this gateway');
    return key;
  }
}
