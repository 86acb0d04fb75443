import type { Person, Refusal } from '@onewindow/kernel';
import { busRefusals } from '@onewindow/bus';

/** A person's time between signing in and signing out. */
export interface Session {
  readonly id: string;
  readonly person: Person;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Whoever a request comes from. A proof that does not hold is remembered, not overlooked. */
export type Visitor =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'doubtful'; readonly refusal: Refusal };

export const PUBLIC: Visitor = Object.freeze({ kind: 'public' });

/** The session behind a request, undefined for the public; throws the refusal where the proof does not hold. */
export function sessionOf(visitor: Visitor): Session | undefined {
  if (visitor.kind === 'doubtful') throw visitor.refusal;
  return visitor.kind === 'signed-in' ? visitor.session : undefined;
}

/** Throws the refusal `not-signed-in` for the public. */
export function requireSession(visitor: Visitor): Session {
  const session = sessionOf(visitor);
  if (session === undefined) throw busRefusals.refuse('not-signed-in');
  return session;
}
