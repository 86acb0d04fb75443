import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import { bodyOf, client } from '../api/client.js';
import { DESK_KEY } from './desk-queries.js';
import type { TaskList } from './task-replies.js';
import type { WorkAsked } from './work-asked.js';

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
export const useTasks = (asked: WorkAsked) =>
  useInfiniteQuery({
    queryKey: [DESK_KEY, 'tasks', asked],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        limit: String(PAGE_SIZE),
        ...asked,
        ...from(pageParam),
      });
      return ask<TaskList>(`/api/tasks?${query.toString()}`, { signal });
    },
    ...paged,
  });
