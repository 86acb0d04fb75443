import { createHash } from 'node:crypto';
import { canonicalJson } from '@onewindow/journal';

/** SHA-256 over the one text of the content (RFC 8785), as hexadecimal. */
export const fingerprint = (content: object): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');
