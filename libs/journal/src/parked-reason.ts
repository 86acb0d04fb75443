const LONGEST_REASON = 2_000;

/** Why something was set aside, for an administrator. */
export const reasonOf = (error: unknown): string =>
  storable((error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON));

/** PostgreSQL holds neither NUL nor half characters; what is parked is kept with a mark in their place. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');
