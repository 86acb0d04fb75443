const decoder = new TextDecoder('utf-8', { fatal: true });

/** Parses UTF-8 JSON; undefined (which no JSON text is) where it is not readable. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
