import { answerOf } from './act-request.js';
import { authorised, bodyOf } from './client.js';

interface Asking {
  /** With it the question is posted. */
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/** The answer to a question whose shape the page names itself; throws `Refused` or `Unreachable`. */
export async function ask<Reply>(path: string, { body, signal }: Asking = {}): Promise<Reply> {
  const request = new Request(path, {
    ...(signal !== undefined && { signal }),
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return (await bodyOf(fetch(authorised(request)).then(answerOf))) as Reply;
}
