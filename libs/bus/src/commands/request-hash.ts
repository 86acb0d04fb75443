import { createHash } from 'node:crypto';

/** Binds an actor token and a receipt to one request: the contract and the exact bytes that are sent. */
export const hashOfRequest = (contractId: string, body: string | Uint8Array): string =>
  createHash('sha256').update(contractId).update('\n').update(body).digest('hex');
