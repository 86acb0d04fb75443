import { useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client.js';
import { Refused } from '../api/failures.js';

/** What officers see is looked at anew after this time; others act on the same cases. */
const LOOK_AGAIN_MS = 30_000;

/** Everything that an act may have changed. */
export const DESK_KEY = 'desk';

export const useCase = (caseNumber: string) =>
  useQuery({
    queryKey: [DESK_KEY, 'case', caseNumber],
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/cases/{caseNumber}', { params: { path: { caseNumber } }, signal })),
  });

/** What was asked about a track, whole for the agency that asked, its own part for a department. */
export const useConsultation = (caseNumber: string, item: string, isWanted = true) =>
  useQuery({
    queryKey: [DESK_KEY, 'consultation', caseNumber, item],
    enabled: isWanted,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/api/cases/{caseNumber}/tracks/{item}/consultation', {
          params: { path: { caseNumber, item } },
          signal,
        }),
      ),
  });

/** Who is heard on a track; undefined where nobody was named or said anything. */
export const useInterestedParties = (caseNumber: string, item: string, isWanted: boolean) =>
  useQuery({
    queryKey: [DESK_KEY, 'parties', caseNumber, item],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/api/cases/{caseNumber}/tracks/{item}/interested-parties', {
          params: { path: { caseNumber, item } },
          signal,
        }),
      ).catch(nobodyYet),
  });

function nobodyYet(error: unknown): null {
  if (error instanceof Refused && error.problem.code === 'party-not-found') return null;
  throw error;
}

/** The application behind a case, with its papers. */
export const useApplication = (applicationId: string, isWanted: boolean) =>
  useQuery({
    queryKey: [DESK_KEY, 'application', applicationId],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/api/applications/{applicationId}', {
          params: { path: { applicationId } },
          signal,
        }),
      ),
  });

/** Longer than a case has stages at once. */
const MOST_TASKS = 200;

/** The tasks of one case, as far as they are the business of one's own agency. */
export const useTasksOfCase = (caseNumber: string, isWanted: boolean) =>
  useQuery({
    queryKey: [DESK_KEY, 'tasks-of-case', caseNumber],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/api/tasks', {
          params: { query: { of: 'agency', text: caseNumber, limit: MOST_TASKS } },
          signal,
        }),
      ),
  });

/** The officers of one's own agency, with their work. */
export const useOfficers = (isWanted = true) =>
  useQuery({
    queryKey: [DESK_KEY, 'officers'],
    enabled: isWanted,
    // Work that is handed over goes from one to the other a task at a time.
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/officers', { params: { query: { limit: MOST_OFFICERS } }, signal })),
  });

/** More than one agency has in one city. */
const MOST_OFFICERS = 200;
