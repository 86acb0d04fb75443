import { createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto';
import { type JWK, jwtVerify, SignJWT } from 'jose';
import type { ParticipantToken } from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { gatewayRefusals } from '../problems/gateway-refusals.js';
import type { People } from './people.js';
import { PUBLIC, type Session, type Visitor } from './visitor.js';

export const SESSION_SECONDS = 8 * 3600;

const ALGORITHM = 'EdDSA';
/** Keeps sessions, actor tokens and receipts apart: all three are signed with the gateway's key. */
const TYPE = 'ow-session+jwt';
const LONGEST_TOKEN = 2_000;
const MOST_REMEMBERED = 20_000;

/** A new session with the token that proves it. */
export interface Opened {
  readonly session: Session;
  readonly token: string;
}

/**
 * Opens, recognises and ends sessions. A session is a signed token, so it survives a restart of the gateway. Signing out ends it in
 * this process at once; another process, or this one after a restart, would take the token until it expires, eight hours at most.
 */
export class SessionDesk {
  private readonly key: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly audience: string;
  /** Tokens whose signature was found good: checking one costs more than all the rest of a request. */
  private readonly recognised = new Map<string, Session>();
  /** Ended sessions with the time from which their tokens are expired anyway. */
  private readonly ended = new Map<string, number>();
  private readonly endListeners: ((session: Session) => void)[] = [];

  constructor(
    private readonly gateway: ParticipantToken,
    private readonly people: People,
    key: JWK,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.key = createPrivateKey({ key: key, format: 'jwk' });
    this.publicKey = createPublicKey(this.key);
    this.audience = `sessions.${gateway}`;
  }

  async open(person: Person): Promise<Opened> {
    const issuedAt = Math.floor(this.now() / 1000);
    const session = {
      id: randomUUID(),
      person,
      expiresAt: (issuedAt + SESSION_SECONDS) * 1000,
    };
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(this.gateway)
      .setAudience(this.audience)
      .setSubject(person.id)
      .setJti(session.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + SESSION_SECONDS)
      .sign(this.key);
    return { session, token };
  }

  /** Who asks, by the `Authorization` header. */
  async recognise(authorization: string | undefined): Promise<Visitor> {
    if (authorization === undefined) return PUBLIC;
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const session = this.holding(this.recognised.get(token) ?? (await this.verified(token)));
    if (session === undefined) {
      this.recognised.delete(token);
      return { kind: 'doubtful', refusal: gatewayRefusals.refuse('session-invalid') };
    }
    this.remember(token, session);
    return { kind: 'signed-in', session };
  }

  /** Ends the session in this process. */
  end(session: Session): void {
    const { id, expiresAt } = session;
    const now = this.now();
    for (const [each, until] of this.ended) if (until <= now) this.ended.delete(each);
    this.ended.set(id, expiresAt);
    for (const listener of this.endListeners) listener(session);
  }

  onEnded(listener: (session: Session) => void): void {
    this.endListeners.push(listener);
  }

  /** The session with the person as known now; throws the refusal `session-invalid` when it is over. */
  require(session: Session): Session {
    const found = this.holding(session);
    if (found === undefined) throw gatewayRefusals.refuse('session-invalid');
    return found;
  }

  private holding(session: Session | undefined): Session | undefined {
    if (session === undefined || session.expiresAt <= this.now()) return undefined;
    if (this.ended.has(session.id)) return undefined;
    const person = this.people.current(session.person.id);
    return person && (person === session.person ? session : { ...session, person });
  }

  private async verified(token: string): Promise<Session | undefined> {
    if (token === '' || token.length > LONGEST_TOKEN) return undefined;
    try {
      const { payload } = await jwtVerify(token, this.publicKey, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: this.gateway,
        audience: this.audience,
        currentDate: new Date(this.now()),
        requiredClaims: ['sub', 'jti', 'iat', 'exp'],
      });
      const { sub = '', jti = '', exp = 0 } = payload;
      const person = this.people.current(sub);
      return person && { id: jti, person, expiresAt: exp * 1000 };
    } catch {
      return undefined;
    }
  }

  private remember(token: string, session: Session): void {
    if (!this.recognised.has(token) && this.recognised.size >= MOST_REMEMBERED) {
      const [oldest = ''] = this.recognised.keys();
      this.recognised.delete(oldest);
    }
    this.recognised.set(token, session);
  }
}
