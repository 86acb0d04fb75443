import { createHash, createHmac } from 'node:crypto';

/** The formulas of the README once more, with the digests of Node and nothing of this library. */

const message = (kind: string, parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(
    [`onewindow-draw/1 ${kind}`, ...parts].flatMap((part) => {
      const bytes = Buffer.from(part as string);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );

export const sha256 = (kind: string, ...parts: readonly (string | Buffer)[]): string =>
  createHash('sha256').update(message(kind, parts)).digest('hex');

export const hmacSha256 = (key: string, kind: string, ...parts: readonly string[]): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(message(kind, parts)).digest('hex');

export const raw = (hex: string): Buffer => Buffer.from(hex, 'hex');
