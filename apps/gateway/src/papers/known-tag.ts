import type { HttpRequest } from '../http/exchange.js';

/** Whether the asking side says in `If-None-Match` that it has what the tag names. */
export function isKnown({ headers }: Pick<HttpRequest, 'headers'>, tag: string): boolean {
  const given = headers['if-none-match']?.split(',') ?? [];
  return given.some((each) => [tag, '*'].includes(each.trim().replace(/^W\//, '')));
}
