import { useSession } from '../session/use-session.js';

/** What others say about a track is for the officers of its agency and for auditors. */
export function useIsOfAgency(agency: string): boolean {
  const { department, roles = [] } = useSession()?.person ?? {};
  return department === agency || roles.includes('auditor');
}
