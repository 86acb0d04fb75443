import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import { addressOf, type Answers } from './given-answers.js';
import type { Followed, Guidance } from './guidance-replies.js';

const pathOf = (code: string) => `/api/guidance/${encodeURIComponent(code)}`;

export const useGuidance = (code: string) =>
  useQuery({
    queryKey: ['guidance', code],
    queryFn: ({ signal }) => ask<Guidance>(pathOf(code), { signal }),
    staleTime: Infinity,
  });

/** What these answers lead to; until it is there, the question before stays where it is. */
export const useFollowed = (code: string, answers: Answers) =>
  useQuery({
    queryKey: ['guidance', code, addressOf(answers)],
    queryFn: ({ signal }) =>
      ask<Followed>(`${pathOf(code)}/answers`, { body: { answers }, signal }),
    placeholderData: keepPreviousData,
  });
