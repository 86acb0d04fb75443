import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';

const PAGE_SIZE = 30;

/** Items whose name contains the text, page by page. */
export const useItems = (text: string) =>
  useInfiniteQuery({
    queryKey: ['items', text],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(client.GET('/api/items', { params: { query: page(text, pageParam) }, signal })),
    ...paged,
  });

/** Bundles whose name contains the text, page by page. */
export const useBundles = (text: string) =>
  useInfiniteQuery({
    queryKey: ['bundles', text],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(client.GET('/api/bundles', { params: { query: page(text, pageParam) }, signal })),
    ...paged,
  });

const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: { readonly nextCursor?: string }) => nextCursor,
  placeholderData: keepPreviousData,
};

const page = (text: string, cursor: string | undefined) => ({
  limit: PAGE_SIZE,
  ...(text !== '' && { text }),
  ...(cursor !== undefined && { cursor }),
});
