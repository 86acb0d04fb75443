import type { Answer } from '@onewindow/contracts';
import { Refusal, type RefusalKind } from '@onewindow/kernel';
import { canonicalJson } from '../hashing/canonical-json.js';
import { journalRefusals } from '../refusals.js';
import type { Receipt, ReceiptMark } from './marks.js';

/** Refusals that the same request would meet again: they are its answer. The others ask for another attempt. */
const FINAL: ReadonlySet<RefusalKind> = new Set([
  'malformed',
  'forbidden',
  'not-found',
  'conflict',
  'unmet',
  'too-large',
]);

export const isFinal = (error: unknown): error is Refusal =>
  error instanceof Refusal && FINAL.has(error.kind);

export const replied = (receipt: Receipt, value: unknown): ReceiptMark => ({
  ...receipt,
  answer: canonicalJson({ ok: true, value } satisfies Answer),
});

export const refused = (receipt: Receipt, refusal: Refusal): ReceiptMark => ({
  ...receipt,
  answer: canonicalJson({
    ok: false,
    refusal: refusal.toData(),
    retryable: false,
  } satisfies Answer),
});

/** The answer that was given first, if it was given to the same request. */
export function firstAnswer<Reply>(
  receipt: Receipt,
  first: { readonly answer: string; readonly requestHash: string },
): Reply {
  if (first.requestHash !== receipt.requestHash) {
    throw journalRefusals.refuse('idempotency-key-reused');
  }
  const answer = JSON.parse(first.answer) as Answer<Reply>;
  if (!answer.ok) throw Refusal.fromData(answer.refusal);
  return answer.value;
}

interface Open {
  readonly requestHash: string;
  readonly answer: Promise<unknown>;
}

/** Commands that are being answered now: a second delivery waits for the first one's answer. */
export class AnswerBook {
  private readonly open = new Map<string, Open>();

  async once<Reply>(receipt: Receipt, answer: () => Promise<Reply>): Promise<Reply> {
    const key = JSON.stringify([receipt.caller, receipt.key]);
    const known = this.open.get(key);
    if (known !== undefined) {
      if (known.requestHash !== receipt.requestHash) {
        throw journalRefusals.refuse('idempotency-key-reused');
      }
      return known.answer as Promise<Reply>;
    }
    const answering = answer().finally(() => this.open.delete(key));
    this.open.set(key, { requestHash: receipt.requestHash, answer: answering });
    return answering;
  }
}
