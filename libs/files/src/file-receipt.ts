import type { KeyObject } from 'node:crypto';
import type { UnmetRule } from '@onewindow/kernel';
import { errors, jwtVerify, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { isContentHash, type ContentHash } from './content-hash.js';
import { displayFileName } from './file-name.js';
import { fileRefusals } from './file-refusals.js';
import { MATERIAL_TYPES } from './media-types.js';
import { notAllowed } from './type-rules.js';

const ALGORITHM = 'EdDSA';
/** Keeps receipts and other tokens of the same key apart. */
const TYPE = 'file-receipt+jwt';
const VALID_SECONDS = 24 * 3600;

type Key = CryptoKey | KeyObject;

/** The gateway's word that this person uploaded these bytes. Services act on it without asking the gateway. */
export interface FileReceipt {
  readonly hash: ContentHash;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  /** Id of the person who uploaded. */
  readonly uploader: string;
  /** Unified social credit code of the organisation the person acted for, where there was one. */
  readonly organisation?: string;
}

/** Real time, also where the platform runs on a simulated clock: a token is a secret, not a legal fact. */
export interface ReceiptTime {
  readonly now?: Date;
}

/** Signs a receipt as a compact JWS (Ed25519) that is valid for 24 hours. */
export function signFileReceipt(
  key: Key,
  receipt: FileReceipt,
  { now = new Date() }: ReceiptTime = {},
): Promise<string> {
  const { uploader, name, hash, size, mediaType, organisation } = receipt;
  const issuedAt = Math.floor(now.getTime() / 1000);
  const claims = { hash, size, mediaType, name: displayFileName(name) };
  return new SignJWT(organisation === undefined ? claims : { ...claims, organisation })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(uploader)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + VALID_SECONDS)
    .sign(key);
}

export interface ReceiptExpectation extends ReceiptTime {
  /** Whoever hands the receipt in; another person's receipt is refused. */
  readonly uploader?: string;
  /** Media types that may be handed in here; absent: those of materials. */
  readonly allowed?: readonly string[];
}

/**
 * Reads a receipt that one of the gateway's keys signed. Throws the refusals `file-receipt-invalid` with the reason, and
 * `file-type-not-allowed`.
 */
export async function readFileReceipt(
  publicKeys: Key | readonly Key[],
  token: string,
  { now = new Date(), uploader, allowed = MATERIAL_TYPES }: ReceiptExpectation = {},
): Promise<FileReceipt> {
  const keys = Array.isArray(publicKeys) ? (publicKeys as readonly Key[]) : [publicKeys as Key];
  const receipt = receiptOf(await verified(keys, token, now));
  if (uploader !== undefined && receipt.uploader !== uploader) throw invalid(ofSomebodyElse);
  if (!allowed.includes(receipt.mediaType)) {
    throw fileRefusals.refuse('file-type-not-allowed', [notAllowed(receipt.mediaType, allowed)]);
  }
  return receipt;
}

async function verified(keys: readonly Key[], token: string, now: Date): Promise<JWTPayload> {
  for (const key of keys) {
    try {
      const options = {
        algorithms: [ALGORITHM],
        typ: TYPE,
        currentDate: now,
        requiredClaims: ['exp', 'iat', 'sub'],
      };
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw invalid(expired);
      if (!(error instanceof errors.JOSEError)) throw error;
    }
  }
  throw invalid(notSigned);
}

function receiptOf(payload: JWTPayload): FileReceipt {
  const { sub, hash, size, mediaType, name, organisation } = payload;
  if (
    typeof sub !== 'string' ||
    typeof hash !== 'string' ||
    !isContentHash(hash) ||
    !Number.isSafeInteger(size) ||
    typeof mediaType !== 'string' ||
    typeof name !== 'string' ||
    !(organisation === undefined || typeof organisation === 'string')
  )
    throw invalid(notSigned);
  const receipt = { hash, size: size as number, mediaType, name, uploader: sub };
  return organisation === undefined ? receipt : { ...receipt, organisation };
}

const invalid = (reason: UnmetRule) => fileRefusals.refuse('file-receipt-invalid', [reason]);

const expired: UnmetRule = {
  rule: 'file-receipt-in-time',
  message: {
    zh: '上传凭据已超过24小时有效期。',
    en: 'The receipt was valid for 24 hours; they are over.',
  },
};

const notSigned: UnmetRule = {
  rule: 'file-receipt-signed',
  message: { zh: '上传凭据不是本平台签发的。', en: 'The platform did not sign this receipt.' },
};

const ofSomebodyElse: UnmetRule = {
  rule: 'file-receipt-own',
  message: {
    zh: '该文件由他人上传，请由提交人本人上传。',
    en: 'Somebody else uploaded this file; whoever submits it must upload it.',
  },
};
