import type { PersonView, SessionOpened } from '../api/replies.js';

export interface Session {
  readonly token: string;
  /** Instant. */
  readonly expiresAt: string;
  readonly person: PersonView;
}

export type SessionEnd = 'signed-out' | 'expired';

const KEY = 'onewindow.session';
const listeners = new Set<() => void>();
let session = stored();
let lastEnd: SessionEnd | undefined;

/** Kept for this tab alone: whoever closes it on a public terminal leaves no session behind. */
export function beginSession(opened: SessionOpened): void {
  session = opened;
  lastEnd = undefined;
  write(JSON.stringify(opened));
  tell();
}

export function endSession(why: SessionEnd): void {
  if (session === undefined) return;
  session = undefined;
  lastEnd = why;
  write(undefined);
  tell();
}

export const currentSession = (): Session | undefined => session;

/** Why the last session of this tab ended, undefined while there is one or was none. */
export const lastSessionEnd = (): SessionEnd | undefined => lastEnd;

/** Returns what takes the listener off. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

function stored(): Session | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    if (text === null) return undefined;
    const kept = JSON.parse(text) as Session;
    return Date.parse(kept.expiresAt) > Date.now() ? kept : undefined;
  } catch {
    return undefined;
  }
}

function write(text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, text);
  } catch {
    // A browser that keeps nothing forgets the session with the page.
  }
}
