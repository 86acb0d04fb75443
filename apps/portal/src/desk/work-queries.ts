import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import { DESK_KEY } from './desk-queries.js';
import type { TasksAsked, WorkAsked } from './work-asked.js';

const PAGE_SIZE = 30;

const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: { readonly nextCursor?: string }) => nextCursor,
  placeholderData: keepPreviousData,
};

const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

/** The cases that this officer may see, page by page. */
export const useCases = ({ status, text }: WorkAsked) =>
  useInfiniteQuery({
    queryKey: [DESK_KEY, 'cases', status, text],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE_SIZE,
        ...(status !== undefined && { status }),
        ...(text !== undefined && { text }),
        ...from(pageParam),
      };
      return bodyOf(client.GET('/api/cases', { params: { query }, signal }));
    },
    ...paged,
  });

/** What is to be done, the most urgent first, page by page. */
export const useTasks = ({ of, lamp, text }: TasksAsked) =>
  useInfiniteQuery({
    queryKey: [DESK_KEY, 'tasks', of, lamp, text],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE_SIZE,
        of,
        ...(lamp !== undefined && { lamp }),
        ...(text !== undefined && { text }),
        ...from(pageParam),
      };
      return bodyOf(client.GET('/api/tasks', { params: { query }, signal }));
    },
    ...paged,
  });
