import { useSyncExternalStore } from 'react';
import { currentSession, lastSessionEnd, onSessionChange } from './session-store.js';
import type { Session, SessionEnd } from './session-store.js';

/** The session of this tab, undefined for a visitor who has not signed in. */
export const useSession = (): Session | undefined =>
  useSyncExternalStore(onSessionChange, currentSession);

export const useSessionEnd = (): SessionEnd | undefined =>
  useSyncExternalStore(onSessionChange, lastSessionEnd);
