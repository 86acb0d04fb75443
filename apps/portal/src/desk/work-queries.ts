import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import { DESK_KEY } from './desk-queries.js';
import type { WorkAsked } from './work-asked.js';

const PAGE_SIZE = 30;

/** The cases that this officer may see, page by page. */
export const useCases = (asked: WorkAsked, isWanted: boolean) =>
  useInfiniteQuery({
    queryKey: [DESK_KEY, 'cases', asked],
    enabled: isWanted,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE_SIZE,
        ...asked,
        ...(pageParam !== undefined && { cursor: pageParam }),
      };
      return bodyOf(client.GET('/api/cases', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
