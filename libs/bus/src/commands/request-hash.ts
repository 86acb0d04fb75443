import { createHash } from 'node:crypto';

/**
 * Binds an actor token and a receipt to one request: the contract, the exact bytes that are sent and, for a command, its idempotency key.
 * Without the key a token that somebody overheard could carry the same command out a second time.
 */
export const hashOfRequest = (
  contractId: string,
  body: string | Uint8Array,
  idempotencyKey = '',
): string =>
  createHash('sha256').update(`${contractId}\n${idempotencyKey}\n`).update(body).digest('hex');
