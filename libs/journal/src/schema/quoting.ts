/** A name as SQL takes it, whatever letters it has: `case` is a kind of ours and a word of SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Table of a kind of aggregate. */
export function tableOf(kind: string): string {
  if (!/^[a-z][a-z0-9-]{0,50}$/.test(kind)) throw new TypeError(`not a kind of aggregate: ${kind}`);
  return kind.replaceAll('-', '_');
}
