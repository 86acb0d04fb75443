import type { Message, Refusal, UnmetRule } from '@onewindow/kernel';
import { MethodNotAllowed, PassingRefusal } from './gateway-refusals.js';
import type { Language } from './language.js';
import { statusOf } from './status.js';

export const PROBLEM_TYPE = 'application/problem+json';

/** A refusal as RFC 9457 writes it, with both languages and every unmet rule beside it. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request that was refused, as the logs know it. */
  readonly instance: string;
  readonly code: string;
  readonly messages: Message;
  readonly unmet: readonly UnmetRule[];
}

export function problemDocument(
  { code, kind, messages, unmet }: Refusal,
  { language, correlation }: { readonly language: Language; readonly correlation: string },
): ProblemDocument {
  return {
    type: `urn:onewindow:refusal:${code}`,
    title: messages[language],
    status: statusOf({ code, kind }),
    detail: unmet.length === 0 ? messages[language] : detailOf(unmet, language),
    instance: `urn:uuid:${correlation}`,
    code,
    messages,
    unmet,
  };
}

const detailOf = (unmet: readonly UnmetRule[], language: Language): string =>
  unmet
    .map(({ path, message }) => (path === undefined ? '' : `${path}: `) + message[language])
    .join('\n');

const PAUSE_SECONDS: Readonly<Record<string, number>> = {
  busy: 1,
  timeout: 1,
  unavailable: 2,
  'too-many': 10,
};

/** Headers that belong to the refusal itself. */
export function problemHeaders(
  refusal: Refusal,
  language: Language,
): Readonly<Record<string, string>> {
  const pause =
    refusal instanceof PassingRefusal ? refusal.retryAfterSeconds : PAUSE_SECONDS[refusal.kind];
  return {
    'content-type': PROBLEM_TYPE,
    'content-language': language,
    vary: 'Accept-Language',
    ...(pause !== undefined && { 'retry-after': String(pause) }),
    ...(refusal.kind === 'unauthenticated' && { 'www-authenticate': 'Bearer realm="onewindow"' }),
    ...(refusal instanceof MethodNotAllowed && { allow: refusal.allowed.join(', ') }),
  };
}
