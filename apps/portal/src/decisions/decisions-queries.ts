import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import type { ListDecisionsReply } from '../api/replies.js';
import type { AskedDecisions } from './asked-decisions.js';

const PAGE_SIZE = 20;

export const useDecisions = (asked: AskedDecisions) =>
  useInfiniteQuery({
    queryKey: ['decisions', asked],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: ListDecisionsReply) => nextCursor,
    queryFn: ({ pageParam, signal }) => {
      const page = { limit: PAGE_SIZE, ...(pageParam !== undefined && { cursor: pageParam }) };
      return bodyOf(
        client.GET('/api/decisions', { params: { query: { ...page, ...asked } }, signal }),
      );
    },
  });

export const useDecision = (number: string) =>
  useQuery({
    queryKey: ['decision', number],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/decisions/{number}', { params: { path: { number } }, signal })),
  });
