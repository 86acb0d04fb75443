import createClient from 'openapi-fetch';
import { currentSession, endSession } from '../session/session-store.js';
import { failureOf, Refused, Unreachable } from './failures.js';
import type { paths } from './openapi.js';

/** The gateway's interface, typed by its own document. A session in this tab goes with every request. */
export const client = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => fetch(authorised(request)),
});

/** Puts the session of this tab on a request. */
export function authorised(request: Request): Request {
  const session = currentSession();
  if (session !== undefined) request.headers.set('authorization', `Bearer ${session.token}`);
  return request;
}

interface Answer<Body> {
  readonly data?: Body | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a good answer; throws `Refused` or `Unreachable` otherwise. */
export async function bodyOf<Body>(asked: Promise<Answer<Body>>): Promise<Body> {
  const answer = await asked.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(String(error));
  });
  const { data, error, response } = answer;
  if (response.ok) return data as Body;
  const failure = failureOf(error, response.status);
  if (failure instanceof Refused && failure.problem.code === 'session-invalid')
    endSession('expired');
  throw failure;
}
