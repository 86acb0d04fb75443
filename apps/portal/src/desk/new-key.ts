const BYTES = 16;

/** A key that nobody else draws. `randomUUID` is there only where the line is encrypted; an office may have a line of its own. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
