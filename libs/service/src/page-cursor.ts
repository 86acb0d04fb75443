import { defineRefusals } from '@onewindow/kernel';

export const pageRefusals = defineRefusals({
  'cursor-not-known': {
    kind: 'malformed',
    zh: '翻页位置无效，请从第一页重新查询。',
    en: 'No list gave out this cursor; begin again with the first page.',
  },
});

/** Where a list goes on: the sort key and id of the last row, opaque to the caller. */
export const encodeCursor = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** Throws the refusal `cursor-not-known` for a cursor that no list of ours gave out. */
export function decodeCursor(cursor: string): { readonly key: string; readonly id: string } {
  const [key, id, ...more] = parsed(cursor);
  if (isPlace(key) && isPlace(id) && more.length === 0) return { key, id };
  throw pageRefusals.refuse('cursor-not-known', [
    {
      rule: 'cursor-of-this-list',
      path: 'cursor',
      message: {
        zh: '应为上一页给出的 nextCursor，原样传回。',
        en: 'Expected: the nextCursor of the page before, as it was given.',
      },
    },
  ]);
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

/** PostgreSQL stores neither NUL nor half a surrogate pair, so no row has them. */
const isPlace = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
