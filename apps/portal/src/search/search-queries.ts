import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import type { Asked } from './asked.js';
import { NO_CHOICES } from './further-choices.js';

const PAGE_SIZE = 20;
/** Bundles are few; who wants more of them asks more precisely. */
const MOST_BUNDLES = 6;

/** Items that fit, best first, page by page; until the answer is there, those of the question before. */
export const useFoundItems = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['found-items', asked],
    queryFn: ({ pageParam, signal }) => {
      const { text, ...filters } = asked;
      const query = {
        limit: PAGE_SIZE,
        ...(text !== '' && { text }),
        ...filters,
        ...(pageParam !== undefined && { cursor: pageParam }),
      };
      return bodyOf(client.GET('/api/items', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

/** What items can be narrowed by besides; it changes seldom, so it is asked for once and only where somebody wants it. */
export const useItemChoices = (isWanted: boolean) =>
  useQuery({
    queryKey: ['item-choices'],
    enabled: isWanted,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const query = { limit: 1, choices: true };
      const { choices } = await bodyOf(client.GET('/api/items', { params: { query }, signal }));
      return choices ?? NO_CHOICES;
    },
  });

/** Bundles that fit the words; they have no theme or district to be filtered by. */
export const useFoundBundles = ({ text }: Asked, isWanted: boolean) =>
  useQuery({
    queryKey: ['found-bundles', text],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/api/bundles', { params: { query: { limit: MOST_BUNDLES, text } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
