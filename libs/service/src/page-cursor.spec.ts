import { decodeCursor, encodeCursor } from './page-cursor.js';

describe('The cursor of a page', () => {
  it('comes back as it was given out', () => {
    const cursor = encodeCursor('2026-04-27T01:10:00.000Z', '0198f1d2-0000-7000-8000-000000000001');

    expect(decodeCursor(cursor)).toEqual({
      key: '2026-04-27T01:10:00.000Z',
      id: '0198f1d2-0000-7000-8000-000000000001',
    });
  });

  const asCursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    ['nothing', ''],
    ['no base64', '***'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['no pair', asCursor(['x'])],
    ['more than a pair', asCursor(['x', 'y', 'z'])],
    ['numbers', asCursor([1, 2])],
    ['an object', asCursor({ 0: 'x', 1: 'y' })],
    ['text that cannot be stored', encodeCursor('\0', 'x')],
  ])('is refused as %s, with what to send instead', (_, cursor) => {
    expect(() => decodeCursor(cursor)).toThrow('cursor-not-known');
  });
});
