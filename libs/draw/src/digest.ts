import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Stands before every hashed message, so that a hash of one kind is never also a hash of another. */
export const FORMAT = 'onewindow-draw/1';

/** SHA-256 in 64 small hexadecimal digits. */
export type Hash = string;

/** What is hashed: a text counts as its UTF-8 bytes, a `Uint8Array` as it is. */
export type Part = string | Uint8Array;

/** SHA-256 over the kind and the parts, each behind its length, so that no two different lists of parts read the same. */
export function digest(kind: string, parts: readonly Part[]): Hash {
  return bytesToHex(sha256(message(kind, parts)));
}

/** HMAC-SHA-256 over the same bytes as `digest`, under a key of 32 bytes in hexadecimal. */
export function keyedDigest(key: Hash): (kind: string, parts: readonly Part[]) => Hash {
  const keyed = hmac.create(sha256, hexToBytes(key));
  return (kind, parts) => bytesToHex(keyed.clone().update(message(kind, parts)).digest());
}

export const bytesOf = (hex: string): Uint8Array => hexToBytes(hex);

export const isHash = (value: unknown): value is Hash =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** For the kind and each part: its length as four bytes, the highest first, then its bytes. */
function message(kind: string, parts: readonly Part[]): Uint8Array {
  const pieces = [`${FORMAT} ${kind}`, ...parts].map((part) =>
    typeof part === 'string' ? utf8ToBytes(part) : part,
  );
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + 4 + piece.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const piece of pieces) {
    view.setUint32(at, piece.length);
    bytes.set(piece, at + 4);
    at += 4 + piece.length;
  }
  return bytes;
}
