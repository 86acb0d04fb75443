import { useInfiniteQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';

const PAGE_SIZE = 30;

/** Every item, page by page. */
export const useItems = () =>
  useInfiniteQuery({
    queryKey: ['items'],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(client.GET('/api/items', { params: { query: page(pageParam) }, signal })),
    ...paged,
  });

/** Every bundle, page by page. */
export const useBundles = () =>
  useInfiniteQuery({
    queryKey: ['bundles'],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(client.GET('/api/bundles', { params: { query: page(pageParam) }, signal })),
    ...paged,
  });

const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: { readonly nextCursor?: string }) => nextCursor,
};

const page = (cursor: string | undefined) => ({
  limit: PAGE_SIZE,
  ...(cursor !== undefined && { cursor }),
});
