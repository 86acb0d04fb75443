import { MAX_BODY_BYTES } from '@onewindow/contracts';

/** Room for the headers of a command, the actor token being the largest. */
const HEADERS_BYTES = 16 * 1024;

/** Largest message that the broker takes, headers included. Bytes of files never travel on the bus. */
export const MAX_PAYLOAD_BYTES = MAX_BODY_BYTES + HEADERS_BYTES;

export const MAX_REQUEST_BYTES = MAX_BODY_BYTES;
export const MAX_ANSWER_BYTES = MAX_BODY_BYTES;

/** How long a caller waits unless it says otherwise. */
export const DEFAULT_TIMEOUT_MS = 5_000;
