import { authorised, bodyOf } from './client.js';

/** One command: where it goes, what it says, and the key by which a repetition is known. */
export interface ActRequest {
  readonly method: string;
  readonly path: string;
  readonly body: object | undefined;
  /** The same key again gets the first answer, however often it is sent. */
  readonly idempotencyKey: string;
}

/** Sends a command whose path is known only by name; throws `Refused` or `Unreachable`. */
export async function act({ method, path, body, idempotencyKey }: ActRequest): Promise<unknown> {
  const headers: Record<string, string> = { 'idempotency-key': idempotencyKey };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const request = new Request(path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return bodyOf(fetch(authorised(request)).then(answerOf));
}

/** What came back, as the client of the interface gives it. */
export async function answerOf(response: Response) {
  const text = await response.text();
  const answer = text === '' ? undefined : jsonOf(text);
  return response.ok ? { data: answer, response } : { error: answer, response };
}

/** Whatever stands between may answer with something else. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
