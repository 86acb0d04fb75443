import { busRefusals } from '@onewindow/bus';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Parses a body; no bytes are no body. Throws the refusal `payload-malformed`. */
export function jsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch {
    throw busRefusals.refuse('payload-malformed');
  }
}
