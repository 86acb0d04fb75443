import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import { addressOf, type Answers } from './given-answers.js';

export const useGuidance = (code: string) =>
  useQuery({
    queryKey: ['guidance', code],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/guidance/{code}', { params: { path: { code } }, signal })),
    staleTime: Infinity,
  });

/** What these answers lead to; until it is there, the question before stays where it is. */
export const useFollowed = (code: string, answers: Answers) =>
  useQuery({
    queryKey: ['guidance', code, addressOf(answers)],
    queryFn: ({ signal }) =>
      bodyOf(
        client.POST('/api/guidance/{code}/answers', {
          params: { path: { code } },
          body: { answers },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
