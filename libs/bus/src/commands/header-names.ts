/** Headers of a command beside its JSON body. */
export const IDEMPOTENCY_KEY = 'ow-idempotency-key';
export const ACTOR = 'ow-actor';
export const CORRELATION = 'ow-correlation';
/** Instant after which the caller no longer waits. */
export const DEADLINE = 'ow-deadline';
export const TRACE_PARENT = 'traceparent';
