import { useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';

/** What officers see is looked at anew after this time; others act on the same cases. */
const LOOK_AGAIN_MS = 30_000;

/** Everything that an act may have changed. */
export const DESK_KEY = 'desk';

export const useCase = (caseNumber: string) =>
  useQuery({
    queryKey: [DESK_KEY, 'case', caseNumber],
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/cases/{caseNumber}', { params: { path: { caseNumber } }, signal })),
  });
