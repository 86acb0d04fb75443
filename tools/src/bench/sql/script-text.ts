/** A string constant for a pgbench script: pgbench replaces `:name` even inside quotes, so colons are written as escapes. */
export function literal(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a');
  return escaped === text ? `'${text}'` : `E'${escaped}'`;
}

/** A statement as it was logged, with its parameters written into it. */
export function inlined(text: string, parameters: readonly (string | null)[]): string {
  if (parameters.length === 0) return withoutVariables(text);
  return withoutVariables(text).replace(/\$(\d+)/g, (_, number: string) => {
    const value = parameters[Number(number) - 1];
    return value === null || value === undefined ? 'null' : literal(value);
  });
}

/** Hides colons in the string constants of a statement from pgbench. */
const withoutVariables = (sql: string): string =>
  sql.replace(/'((?:[^']|'')*)'/g, (whole, content: string) =>
    /:[A-Za-z_]/.test(content) ? literal(content.replaceAll("''", "'")) : whole,
  );

/** What a statement is, whatever its constants are. */
export const shapeOf = (sql: string): string =>
  sql
    .replace(/\s+/g, ' ')
    .replace(/E?'(?:[^']|'')*'/g, '?')
    .replace(/(?<![\w$])-?\d+(?:\.\d+)?\b/g, '?')
    .replace(/\?(?:, ?\?)+/g, '?…');
