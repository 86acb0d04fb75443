import { fileRefusals } from './file-refusals.js';

/** SHA-256 of the bytes as 64 small hexadecimal digits: the only name a stored file has. */
export type ContentHash = string & { readonly __contentHash: true };

export const isContentHash = (text: string): text is ContentHash => /^[0-9a-f]{64}$/.test(text);

/** Throws the refusal `file-hash-malformed`; nothing else may become part of a path. */
export function contentHash(text: string): ContentHash {
  if (!isContentHash(text)) throw fileRefusals.refuse('file-hash-malformed');
  return text;
}
