import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { QUERY_CODE_ALPHABET, QUERY_CODE_LENGTH, type SealedCode } from '@onewindow/contracts';

/** A new query code 查询码: it cannot be guessed (about 49 bits), read aloud or copied wrongly. */
export const newQueryCode = (): string =>
  Array.from(
    { length: QUERY_CODE_LENGTH },
    () => QUERY_CODE_ALPHABET[randomInt(QUERY_CODE_ALPHABET.length)],
  ).join('');

/** For whoever only has to recognise the code. */
export function sealQueryCode(code: string): SealedCode {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: digest(salt, code).toString('hex') };
}

/**
 * Whether the code that somebody gives is the sealed one. A matter that is not there is compared in the same way, so that
 * nobody can tell a wrong number from a wrong code by the time that the answer takes.
 */
export function opensSeal(sealed: SealedCode | undefined, given: string): boolean {
  const { salt, hash } = sealed ?? NEVER;
  const matches = timingSafeEqual(digest(salt, given), Buffer.from(hash, 'hex'));
  return sealed !== undefined && matches;
}

/** The same where the code itself is kept. */
export const isQueryCode = (known: string | undefined, given: string): boolean =>
  opensSeal(known === undefined ? undefined : sealQueryCode(known), given);

const NEVER: SealedCode = { salt: '0'.repeat(32), hash: '0'.repeat(64) };

const digest = (salt: string, code: string): Buffer =>
  createHash('sha256').update(salt).update(':').update(normalized(code)).digest();

/** People write codes in small letters, with spaces and hyphens. */
const normalized = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();
