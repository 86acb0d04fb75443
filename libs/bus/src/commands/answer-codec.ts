import { type Answer, type PayloadClass, readPayload } from '@onewindow/contracts';
import { Refusal, type PlainRefusal, type RefusalKind } from '@onewindow/kernel';
import { busRefusals } from '../bus-refusals.js';
import { MAX_ANSWER_BYTES } from '../limits.js';
import { readJson } from '../read-json.js';

const RETRYABLE: ReadonlySet<string> = new Set(['busy', 'timeout', 'unavailable']);

const encoder = new TextEncoder();
const encode = (answer: Answer): Uint8Array => encoder.encode(JSON.stringify(answer));

export const encodeRefusal = (refusal: Refusal): Uint8Array => {
  const encoded = encode({
    ok: false,
    refusal: refusal.toData(),
    retryable: RETRYABLE.has(refusal.kind),
  });
  if (encoded.length <= MAX_ANSWER_BYTES) return encoded;
  return encodeRefusal(new Refusal(refusal.code, refusal.kind, refusal.messages));
};

/** The answer with the declared fields only: what a contract does not declare never leaves the service. */
export function encodeReply(type: PayloadClass, value: object): Uint8Array {
  const reading = readPayload(type, value, 'strip');
  if (!reading.ok)
    throw new UndeclaredReply(reading.unmet.map((each) => `${each.path ?? ''} ${each.rule}`));
  const encoded = encode({ ok: true, value: reading.value });
  if (encoded.length > MAX_ANSWER_BYTES) throw busRefusals.refuse('answer-too-large');
  return encoded;
}

/** A mistake of the answering service, told to its log and not to the caller. */
export class UndeclaredReply extends Error {
  override readonly name = 'UndeclaredReply';

  constructor(faults: readonly string[]) {
    super(`the reply is not as its contract declares it: ${faults.join('; ')}`);
  }
}

/** The value of an answer; throws its refusal, or `internal-error` where it is no answer at all. */
export function readAnswer<Reply extends object>(
  type: PayloadClass<Reply>,
  body: Uint8Array,
): Reply {
  const answer = readJson(body);
  if (!isRecord(answer)) throw busRefusals.refuse('internal-error');
  if (answer['ok'] === true) {
    const reading = readPayload(type, answer['value'], 'strip');
    if (reading.ok) return reading.value;
  } else if (isRefusalData(answer['refusal'])) {
    throw Refusal.fromData(answer['refusal']);
  }
  throw busRefusals.refuse('internal-error');
}

/** Each edge maps a kind once; an answer must not bring one that no edge knows. */
const KINDS: Readonly<Record<RefusalKind, true>> = {
  malformed: true,
  unauthenticated: true,
  forbidden: true,
  'not-found': true,
  conflict: true,
  unmet: true,
  'too-large': true,
  'too-many': true,
  busy: true,
  unavailable: true,
  timeout: true,
  internal: true,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isMessage = (value: unknown): boolean =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

const isRefusalData = (value: unknown): value is PlainRefusal =>
  isRecord(value) &&
  typeof value['code'] === 'string' &&
  typeof value['kind'] === 'string' &&
  Object.hasOwn(KINDS, value['kind']) &&
  isMessage(value['message']) &&
  Array.isArray(value['unmet']) &&
  value['unmet'].every(
    (each) => isRecord(each) && typeof each['rule'] === 'string' && isMessage(each['message']),
  );
