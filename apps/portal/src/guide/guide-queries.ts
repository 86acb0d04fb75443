import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import type { WhichGuide } from './which-guide.js';

/** Guides change seldom; within this time a page is shown again without asking. */
const FRESH_MS = 5 * 60_000;

interface Wanted extends WhichGuide {
  /** Absent: yes. */
  readonly isWanted?: boolean;
}

export const useItem = (code: string, { isWanted = true, ...which }: Wanted = {}) =>
  useQuery({
    queryKey: ['item', code, which],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/items/{code}', { params: { path: { code }, query: which }, signal })),
    staleTime: FRESH_MS,
  });

export const useVersions = (code: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['versions', code],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/items/{code}/versions', { params: { path: { code } }, signal })),
    staleTime: FRESH_MS,
  });

const PAGE_SIZE = 50;

/** Where it is handled, page by page. */
export const useImplementations = (code: string, isWanted: boolean) =>
  useInfiniteQuery({
    queryKey: ['implementations', code],
    enabled: isWanted,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam !== undefined && { cursor: pageParam }) };
      return bodyOf(
        client.GET('/api/items/{code}/implementations', {
          params: { path: { code }, query },
          signal,
        }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: FRESH_MS,
  });

export const useBundle = (code: string) =>
  useQuery({
    queryKey: ['bundle', code],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/bundles/{code}', { params: { path: { code } }, signal })),
    staleTime: FRESH_MS,
  });
