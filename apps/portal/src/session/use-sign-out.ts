import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { client } from '../api/client.js';
import { useAnnounce } from '../frame/announcer.js';
import { useLanguage } from '../language/language.js';
import { PAGE_PATHS } from '../page-paths.js';
import { currentSession, endSession } from './session-store.js';

/** Ends the session here in any case, and at the gateway if it can be reached; nothing that was seen in it stays in memory. */
export function useSignOut(): () => void {
  const { words } = useLanguage();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return () => {
    const headers = { authorization: `Bearer ${currentSession()?.token ?? ''}` };
    const told = client.DELETE('/api/session', { headers });
    endSession('signed-out');
    queries.clear();
    announce(words.session.signedOut);
    void navigate(PAGE_PATHS.home);
    told.catch(() => undefined);
  };
}
