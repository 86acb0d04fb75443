/** Where a list goes on: the sort key and id of the last row, opaque to the caller. */
export const encodeCursor = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** Undefined for a cursor that no list of ours gave out. */
export function decodeCursor(
  cursor: string,
): { readonly key: string; readonly id: string } | undefined {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    return isText(key) && isText(id) ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}

/** PostgreSQL ends the connection of a statement that holds a NUL. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0') && value.isWellFormed();

/** Text that the user means literally, for `ilike`. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
