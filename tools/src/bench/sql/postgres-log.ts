/** One statement as PostgreSQL logged it. */
export interface LoggedStatement {
  readonly database: string;
  /** The server's process that executed it: one for each connection. */
  readonly session: string;
  /** How the client sent it: with bound parameters, or as one text. */
  readonly protocol: 'extended' | 'simple';
  readonly text: string;
  /** Bound parameters in order; null is NULL. */
  readonly parameters: readonly (string | null)[];
}

/** The prefix that the log is switched to while statements are recorded. */
export const RECORDING_PREFIX = '#%d#%p# ';

const RECORD = /^#([^#]*)#(\d+)# (\w+): {2}/;

/** Reads the statements of a log that was written with {@link RECORDING_PREFIX} and `log_statement = all`. */
export function statementsIn(log: string): LoggedStatement[] {
  const statements: LoggedStatement[] = [];
  const open = new Map<string, number>();
  for (const { database, process, severity, message } of recordsIn(log)) {
    if (severity === 'LOG') {
      open.delete(process);
      const statement = statementIn(database, process, message);
      if (statement === undefined) continue;
      open.set(process, statements.push(statement) - 1);
    } else if (severity === 'DETAIL') {
      const at = open.get(process);
      const statement = at === undefined ? undefined : statements[at];
      const [, list] = /^Parameters: (.*)$/s.exec(message) ?? [];
      if (at === undefined || statement === undefined || list === undefined) continue;
      statements[at] = { ...statement, parameters: parametersIn(list) };
    }
  }
  return statements;
}

interface LogRecord {
  readonly database: string;
  readonly process: string;
  readonly severity: string;
  readonly message: string;
}

/** A line break inside a message is followed by a tab. */
function recordsIn(log: string): LogRecord[] {
  const records: { head: RegExpExecArray; lines: string[] }[] = [];
  for (const line of log.split('\n')) {
    const head = RECORD.exec(line);
    if (head !== null) records.push({ head, lines: [line.slice(head[0].length)] });
    else if (line.startsWith('\t')) records.at(-1)?.lines.push(line.slice(1));
  }
  return records.map(({ head: [, database = '', process = '', severity = ''], lines }) => ({
    database,
    process,
    severity,
    message: lines.join('\n'),
  }));
}

function statementIn(
  database: string,
  session: string,
  message: string,
): LoggedStatement | undefined {
  const [, how, text] = /^(statement|execute [^\s:]+): (.*)$/s.exec(message) ?? [];
  if (how === undefined || text === undefined) return undefined;
  const protocol = how === 'statement' ? 'simple' : 'extended';
  return { database, session, protocol, text: text.trim(), parameters: [] };
}

function parametersIn(list: string): (string | null)[] {
  const found = list.matchAll(/\$\d+ = (?:(NULL)|'((?:[^']|'')*)')(?:, |$)/gs);
  return [...found].map(([, isNull, text = '']) =>
    isNull === undefined ? text.replaceAll("''", "'") : null,
  );
}
