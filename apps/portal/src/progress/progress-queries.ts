import { useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import { Refused } from '../api/failures.js';
import type { FollowCaseReply } from '../api/replies.js';
import { matterOf, type Asked, type Matter } from './matter.js';

/** Where no live stream comes through, it is looked at anew after this time. */
const LOOK_AGAIN_MS = 30_000;

export const matterKey = (asked: Asked | undefined) => ['matter', asked?.number, asked?.code];

export const useMatter = (asked: Asked | undefined) =>
  useQuery({
    queryKey: matterKey(asked),
    enabled: asked !== undefined,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: ({ signal }) => matter(asked ?? { number: '' }, signal),
  });

async function matter({ number, code }: Asked, signal: AbortSignal): Promise<Matter> {
  const right = code === undefined ? {} : { code };
  const application = await bodyOf(
    client.POST('/api/progress/applications', { body: { number, ...right }, signal }),
  );
  const { caseNumber } = application;
  if (caseNumber === undefined) return matterOf(application, undefined);
  const ofCase = await bodyOf(
    client.POST('/api/progress/cases', { body: { caseNumber, ...right }, signal }),
  ).catch(notThereYet);
  return matterOf(application, ofCase);
}

/** The bureau hears of an accepted application a moment later. */
function notThereYet(error: unknown): FollowCaseReply | undefined {
  if (error instanceof Refused && error.problem.status === 404) return undefined;
  throw error;
}

/** A date of the matter that can be explained. */
export type ExplainedKind =
  'answer' | 'correction' | 'statutory' | 'promised' | 'certificate' | 'handover';

export interface DateAsked {
  readonly date: ExplainedKind;
  readonly item?: string | undefined;
}

const KINDS: readonly string[] = [
  'answer',
  'correction',
  'statutory',
  'promised',
  'certificate',
  'handover',
] satisfies readonly ExplainedKind[];

export const isExplained = (date: string | undefined): date is ExplainedKind =>
  date !== undefined && KINDS.includes(date);

/** How a date came about; asked for when somebody wants to know. */
export const useExplanation = (
  asked: Asked,
  caseNumber: string | undefined,
  { date, item }: DateAsked,
  isWanted: boolean,
) =>
  useQuery({
    queryKey: ['explanation', asked.number, asked.code, item, date],
    enabled: isWanted,
    queryFn: ({ signal }) => {
      const right = asked.code === undefined ? {} : { code: asked.code };
      if (date === 'answer' || date === 'correction') {
        const body = { number: asked.number, date, ...right };
        return bodyOf(client.POST('/api/progress/applications/explanations', { body, signal }));
      }
      const body = { caseNumber: caseNumber ?? '', item: item ?? '', date, ...right };
      return bodyOf(client.POST('/api/progress/cases/explanations', { body, signal }));
    },
  });
