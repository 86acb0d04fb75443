import type { Readable } from 'node:stream';
import type { ContentHash } from './content-hash.js';
import type { TypeClaim } from './media-types.js';

/** Bytes on their way in. A parser of uploads that cuts a part off at its own limit says so with `truncated`. */
export interface ByteSource extends AsyncIterable<Uint8Array> {
  readonly truncated?: boolean;
}

export interface UploadConditions extends TypeClaim {
  readonly maxBytes: number;
  /** Media types that are accepted. */
  readonly allowed: readonly string[];
}

export interface StoredFile {
  readonly hash: ContentHash;
  /** Bytes. */
  readonly size: number;
  /** As the bytes show, not as was declared. */
  readonly mediaType: string;
}

export interface OpenedFile {
  readonly stream: Readable;
  /** Bytes. */
  readonly size: number;
}

export type FileCondition = 'intact' | 'altered' | 'missing';

/** Bytes by their SHA-256 hash: the same bytes are one file, and what was stored is never changed. */
export interface FileStore {
  /**
   * Stores the bytes durably. Throws the refusals `file-empty`, `file-too-large`, `file-type-not-allowed`,
   * `file-type-mismatch` and `file-storage-full`; then nothing is kept.
   */
  put(source: ByteSource, conditions: UploadConditions): Promise<StoredFile>;
  /** The caller consumes or destroys the stream. Throws the refusals `file-hash-malformed` and `file-not-found`. */
  open(hash: string): Promise<OpenedFile>;
  /** Reads all bytes again and compares them with their name. Throws the refusal `file-hash-malformed`. */
  verify(hash: string): Promise<FileCondition>;
  /** Everything that is stored, in the order of the hashes. */
  hashes(): AsyncIterable<ContentHash>;
}
