/** One entry of a case file, before it is believed. */
export type RawCase = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is RawCase =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as it stood in the file, for a message. */
export const quoted = (value: unknown): string =>
  value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value);

/** Shown where a case names no law. */
export const UNNAMED = '（未注明依据）';
