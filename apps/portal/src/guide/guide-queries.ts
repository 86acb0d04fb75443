import { queryOptions, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import type { WhichGuide } from './which-guide.js';

/** Guides change seldom; within this time a page is shown again without asking. */
const FRESH_MS = 5 * 60_000;

interface Wanted extends WhichGuide {
  /** Absent: yes. */
  readonly isWanted?: boolean;
}

export const useItem = (code: string, { isWanted = true, ...which }: Wanted = {}) =>
  useQuery({ ...itemQuery(code, which), enabled: isWanted });

const itemQuery = (code: string, which: WhichGuide) =>
  queryOptions({
    queryKey: ['item', code, which],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/items/{code}', { params: { path: { code }, query: which }, signal })),
    staleTime: FRESH_MS,
  });

/** What items are called, in their order; by their codes until it is known. */
export function useItemNames(codes: readonly string[]): ReadonlyMap<string, string> {
  const found = useQueries({ queries: codes.map((code) => itemQuery(code, {})) });
  return new Map(codes.map((code, at) => [code, found[at]?.data?.name ?? code]));
}

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
