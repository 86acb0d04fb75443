import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ParticipantToken } from '@onewindow/contracts';
import type { SealKey } from '@onewindow/documents';
import { secretIn, type DataFolder } from './data-folder.js';

/** Name of the file, among the secrets of a participant. */
export const SEAL_KEYS = 'seal-keys.json';

/**
 * The key with which a service seals its papers, made once. It is of every agency that has none of its own: an operator adds those as
 * further keys of the set, with `agency` as the papers name it.
 */
export function makeSealKeys(token: ParticipantToken, folder: DataFolder): string {
  const file = folder.secret(token, SEAL_KEYS);
  secretIn(file, () => {
    const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    return JSON.stringify({ keys: [{ ...key, kid: `${token}.seal` }] });
  });
  return file;
}

/** The same set without what seals: enough for whoever checks a seal. */
export function publicSealKeys(file: string): string {
  const halves = sealKeysIn(file).map(({ kty, crv, x, kid, agency }) => ({
    kty,
    crv,
    x,
    kid,
    ...(agency !== undefined && { agency }),
  }));
  return JSON.stringify({ keys: halves });
}

/** The keys of a set, whole or public halves. */
export const sealKeysIn = (file: string): readonly SealKey[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as { readonly keys: readonly SealKey[] }).keys;
