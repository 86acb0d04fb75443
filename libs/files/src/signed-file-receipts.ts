import { createPublicKey, type KeyObject } from 'node:crypto';
import { Refusal, type UnmetRule } from '@onewindow/kernel';
import { readFileReceipt, type FileReceipt } from './file-receipt.js';

/** What the gateway certified about an upload, or why its receipt is not accepted. */
export type ReceiptReading =
  | {
      readonly file: Pick<FileReceipt, 'hash' | 'name' | 'mediaType' | 'size'>;
      readonly uploadedBy: string;
    }
  | { readonly unreadable: readonly UnmetRule[] };

/** Reads receipts with the public keys of the gateways, given as JWK. */
export class SignedFileReceipts {
  private readonly keys: readonly KeyObject[];

  constructor(keys: readonly Readonly<Record<string, unknown>>[]) {
    this.keys = keys.map((key) => createPublicKey({ key, format: 'jwk' }));
  }

  /** Without `allowed` only what may be a material is accepted. */
  async read(receipt: string, allowed?: readonly string[]): Promise<ReceiptReading> {
    try {
      const { uploader, hash, name, mediaType, size } = await readFileReceipt(
        this.keys,
        receipt,
        allowed && { allowed },
      );
      return { file: { hash, name, mediaType, size }, uploadedBy: uploader };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { unreadable: error.unmet };
    }
  }
}
