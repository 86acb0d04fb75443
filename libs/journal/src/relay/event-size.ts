import { MAX_BODY_BYTES } from '@onewindow/contracts';

/** A payload travels as it is, and quoted as a part of a replay's answer: the larger of the two has to fit, with the rest of the message. */
const MAX_QUOTED_BYTES = MAX_BODY_BYTES - 16 * 1024;
/** No UTF-16 unit takes more, quoted and in UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3;

/** Whether an event could never be published, which would stop everything behind it. */
export const isTooLargeToTell = (payload: string): boolean =>
  payload.length * MOST_BYTES_OF_A_UNIT > MAX_QUOTED_BYTES && bytesOf(payload) > MAX_QUOTED_BYTES;

/** Bytes of a value as JSON. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
