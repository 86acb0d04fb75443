import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import { Refused } from '../api/failures.js';
import { DESK_KEY } from '../desk/desk-queries.js';

const PAGE_SIZE = 50;

/** The processes in force, by the codes of their items, page by page. */
export const useProcesses = () =>
  useInfiniteQuery({
    queryKey: [DESK_KEY, 'processes'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam !== undefined && { cursor: pageParam }) };
      return bodyOf(client.GET('/api/processes', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

/** The process of an item, now or in an earlier version; null where none was published. */
export const useProcess = (code: string, version: number | undefined) =>
  useQuery({
    queryKey: [DESK_KEY, 'process', code, version],
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/api/processes/{code}', {
          params: { path: { code }, query: { ...(version !== undefined && { version }) } },
          signal,
        }),
      ).catch(noneYet),
  });

function noneYet(error: unknown): null {
  if (error instanceof Refused && error.problem.code === 'process-not-found') return null;
  throw error;
}
