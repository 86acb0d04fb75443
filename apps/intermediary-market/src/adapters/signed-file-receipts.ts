import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileReceipt } from '@onewindow/files';
import { Refusal } from '@onewindow/kernel';
import type { UploadReading } from '../domain/contract.js';
import type { FileReceipts } from '../use-cases/ports.js';

/** Reads receipts with the public keys of the gateways. */
export class SignedFileReceipts implements FileReceipts {
  private readonly keys: readonly KeyObject[];

  constructor(keys: readonly Readonly<Record<string, unknown>>[]) {
    this.keys = keys.map((key) => createPublicKey({ key: key, format: 'jwk' }));
  }

  async read(token: string): Promise<UploadReading> {
    try {
      const { uploader, hash, name, mediaType, size } = await readFileReceipt(this.keys, token);
      return { file: { hash, name, mediaType, size }, uploadedBy: uploader };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { unreadable: error.unmet };
    }
  }
}
