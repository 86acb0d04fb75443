import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ParticipantToken } from '@onewindow/contracts';
import { secretIn, type DataFolder } from './data-folder.js';

interface PrivateKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly d: string;
  readonly kid: string;
  readonly alg: string;
}

/**
 * The Ed25519 key with which each gateway signs who acts, made once, and the public half of all of them as a JWKS
 * for the services. Returns the files of the private keys.
 */
export function makeGatewayKeys(
  tokens: readonly ParticipantToken[],
  folder: DataFolder,
): ReadonlyMap<ParticipantToken, string> {
  const files = new Map(tokens.map((token) => [token, folder.secret(token, 'signing-key.json')]));
  const keys = [...files.values()].map((file) => {
    const { d: _, ...open } = JSON.parse(secretIn(file, newKey)) as PrivateKey;
    return { ...open, use: 'sig' };
  });
  const text = JSON.stringify({ keys }, null, 2);
  const isSame =
    existsSync(folder.gatewayKeys) && readFileSync(folder.gatewayKeys, 'utf8') === text;
  if (!isSame) writeFileSync(folder.gatewayKeys, text);
  return files;
}

function newKey(): string {
  const { kty, crv, x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return JSON.stringify({ kty, crv, x, d, kid: thumbprint({ crv, kty, x }), alg: 'EdDSA' });
}

/** RFC 7638: the members in alphabetical order, nothing between them. */
const thumbprint = (members: object): string =>
  createHash('sha256').update(JSON.stringify(members)).digest('base64url');
