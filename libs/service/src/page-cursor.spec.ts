import { decodeCursor, encodeCursor } from './page-cursor.js';

const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('Where a list goes on', () => {
  it('is read back as it was written', () => {
    expect(decodeCursor(encodeCursor('2026-11-22', '案-1'))).toEqual({
      key: '2026-11-22',
      id: '案-1',
    });
  });

  it.each([
    ['nonsense', 'zzz'],
    ['another shape', written({ key: 'a', id: 'b' })],
    ['numbers', written([1, 2])],
    ['a NUL, on which PostgreSQL ends the connection', written(['\0', 'b'])],
    ['half a character', written(['a', '\ud800'])],
  ])('is not known for %s', (_, cursor) => {
    expect(decodeCursor(cursor)).toBeUndefined();
  });
});
