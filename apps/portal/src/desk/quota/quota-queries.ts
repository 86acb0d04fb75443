import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../../api/client.js';
import type { FindQuotaReply, ListQuotasReply } from '../../api/replies.js';
import { DESK_KEY } from '../desk-queries.js';

const PAGE_SIZE = 50;

/** The items of which the number of permits is limited, page by page. */
export const useQuotas = () =>
  useInfiniteQuery({
    queryKey: [DESK_KEY, 'quotas'],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: ListQuotasReply) => nextCursor,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam !== undefined && { cursor: pageParam }) };
      return bodyOf(client.GET('/api/quotas', { params: { query }, signal }));
    },
  });

/** One quota with the order of acceptance in a period, page by page; without a period the one that runs. */
export const useQuota = (item: string, from: string | undefined) =>
  useInfiniteQuery({
    queryKey: [DESK_KEY, 'quota', item, from],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ queue }: FindQuotaReply) => queue?.nextCursor,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE_SIZE,
        ...(from !== undefined && { from }),
        ...(pageParam !== undefined && { cursor: pageParam }),
      };
      return bodyOf(
        client.GET('/api/quotas/{item}', { params: { path: { item }, query }, signal }),
      );
    },
  });
