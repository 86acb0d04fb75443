/** Where a list goes on: the sort key and id of the last row, opaque to the caller. */
export const encodeCursor = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** Undefined for a cursor that no list of ours gave out. */
export function decodeCursor(
  cursor: string,
): { readonly key: string; readonly id: string } | undefined {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    return typeof key === 'string' && typeof id === 'string' ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}

/** Text that the user means literally, for `ilike`. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
