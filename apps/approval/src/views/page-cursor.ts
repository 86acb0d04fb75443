import type { Place } from './records.js';

/** Where a list goes on, opaque to the caller. */
export const encodeCursor = ({ acceptedAt, caseNumber }: Place): string =>
  Buffer.from(JSON.stringify([acceptedAt, caseNumber])).toString('base64url');

/** Undefined for a cursor that no list of ours gave out. */
export function decodeCursor(cursor: string): Place | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== 2) return undefined;
    const [acceptedAt, caseNumber] = read as unknown[];
    return typeof acceptedAt === 'string' && typeof caseNumber === 'string'
      ? { acceptedAt, caseNumber }
      : undefined;
  } catch {
    return undefined;
  }
}
