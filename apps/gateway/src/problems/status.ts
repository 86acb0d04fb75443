import type { RefusalKind } from '@onewindow/kernel';

/** The one place where a sort of refusal becomes an HTTP status. */
const BY_KIND: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unmet: 422,
  'too-many': 429,
  internal: 500,
  busy: 503,
  unavailable: 503,
  timeout: 504,
};

/** HTTP knows some refusals more exactly than their sort says. */
const BY_CODE: Readonly<Record<string, number>> = {
  'method-not-allowed': 405,
  'media-type-not-accepted': 415,
  // What is too large is the answer, not the request.
  'answer-too-large': 422,
};

export function statusOf({ code, kind }: { readonly code: string; readonly kind: string }): number {
  if (Object.hasOwn(BY_CODE, code)) return BY_CODE[code] ?? 500;
  return Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind as RefusalKind] : 500;
}
