import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey } from 'node:crypto';

/** What a seal is put on: which paper, of whom, since when, and the SHA-256 of its bytes. */
export interface Sealed {
  readonly reference: string;
  readonly agency: string;
  /** 64 small hexadecimal digits. */
  readonly digest: string;
  /** ISO 8601. */
  readonly sealedAt: string;
}

/** A detached seal 电子印章 over the bytes of a paper: the paper itself stays as it was printed. */
export interface SealImpression {
  readonly algorithm: string;
  readonly keyId: string;
  /** Base64url. */
  readonly signature: string;
}

/** Whoever holds the seals: a key on this machine, a security module, or the national seal service, in whatever algorithm (SM2). */
export interface Seal {
  /** Undefined: this agency has no seal here. */
  impress(sealed: Sealed): Promise<SealImpression | undefined>;
  /** The public key behind an impression, for whoever checks it without asking the platform. */
  publicKey(keyId: string): JsonWebKey | undefined;
}

/** The private key of one agency, or of all that have none of their own. */
export interface SealKey extends JsonWebKey {
  readonly kid: string;
  /** The agency as its papers name it; absent: whoever has no key of its own. */
  readonly agency?: string;
}

/** The bytes that are signed, one fact a line: with `openssl pkeyutl -verify -rawin` anybody can check them. */
export const sealedText = ({ reference, agency, digest, sealedAt }: Sealed): string =>
  ['OneWindow paper seal v1', reference, agency, `sha256:${digest}`, sealedAt, ''].join('\n');

const ALGORITHM = 'Ed25519';

/** Seals with keys of this machine. */
export class Ed25519Seal implements Seal {
  private readonly keys: readonly SealKey[];

  constructor(keys: readonly SealKey[]) {
    for (const key of keys) createPrivateKey({ key, format: 'jwk' });
    this.keys = keys;
  }

  impress(sealed: Sealed): Promise<SealImpression | undefined> {
    const key =
      this.keys.find(({ agency }) => agency === sealed.agency) ??
      this.keys.find(({ agency }) => agency === undefined);
    if (key === undefined) return Promise.resolve(undefined);
    const signature = sign(
      null,
      Buffer.from(sealedText(sealed)),
      createPrivateKey({ key, format: 'jwk' }),
    );
    return Promise.resolve({
      algorithm: ALGORITHM,
      keyId: key.kid,
      signature: signature.toString('base64url'),
    });
  }

  publicKey(keyId: string): JsonWebKey | undefined {
    return publicHalf(this.keys, keyId);
  }
}

/** What checks a seal, of a set that may hold what makes it; also of one that holds no more. */
export function publicHalf(keys: readonly SealKey[], keyId: string): JsonWebKey | undefined {
  const key = keys.find(({ kid }) => kid === keyId);
  if (key === undefined) return undefined;
  const { kty, crv, x } = key;
  return { kty: kty as string, crv: crv as string, x: x as string };
}

/** Whether the impression is that key's over exactly this. Never throws at what it is given. */
export function isGenuineSeal(
  sealed: Sealed,
  { algorithm, signature }: SealImpression,
  publicKey: JsonWebKey,
): boolean {
  if (algorithm !== ALGORITHM) return false;
  try {
    const key = createPublicKey({ key: publicKey, format: 'jwk' });
    return verify(null, Buffer.from(sealedText(sealed)), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
