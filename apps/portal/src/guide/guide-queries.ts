import { useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';

/** Guides change seldom; within this time a page is shown again without asking. */
const FRESH_MS = 5 * 60_000;

export const useItem = (code: string, isWanted = true) =>
  useQuery({
    queryKey: ['item', code],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/items/{code}', { params: { path: { code } }, signal })),
    staleTime: FRESH_MS,
  });

export const useBundle = (code: string) =>
  useQuery({
    queryKey: ['bundle', code],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/bundles/{code}', { params: { path: { code } }, signal })),
    staleTime: FRESH_MS,
  });
