import { randomFillSync } from 'node:crypto';

const SALT_BYTES = 16;
/** Drawn together: asking the system for each salt costs more than the hash that it goes into. */
const DRAWN_TOGETHER = 256;

const drawn = Buffer.alloc(SALT_BYTES * DRAWN_TOGETHER);
let next = drawn.length;

/** Sixteen random bytes that no other entry has, hexadecimal. */
export function newSalt(): string {
  if (next === drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  const salt = drawn.toString('hex', next, next + SALT_BYTES);
  next += SALT_BYTES;
  return salt;
}
