import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresServer } from '@onewindow/local-servers';
import { RECORDING_PREFIX, statementsIn, type LoggedStatement } from './postgres-log.js';

/** Every session reads new settings before its next statement; an idle one a moment later. */
const SETTLED_MS = 300;

const ON = [
  `alter system set log_statement = 'all'`,
  `alter system set log_line_prefix = '${RECORDING_PREFIX}'`,
];
const OFF = ['alter system reset log_statement', 'alter system reset log_line_prefix'];

/** Everything that the server executes while the work goes on, read from its log. */
export async function recorded(
  server: Pick<PostgresServer, 'logFile' | 'superuserUrl'>,
  work: () => Promise<void>,
): Promise<LoggedStatement[]> {
  const client = new pg.Client({ connectionString: server.superuserUrl() });
  await client.connect();
  try {
    await set(client, ON);
    const log = openSync(server.logFile, 'r');
    try {
      const from = fstatSync(log).size;
      await work();
      await set(client, OFF);
      return statementsIn(textFrom(log, from));
    } finally {
      closeSync(log);
    }
  } finally {
    await set(client, OFF);
    await client.end();
  }
}

async function set(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const each of statements) await client.query(each);
  await client.query('select pg_reload_conf()');
  await pause(SETTLED_MS);
}

function textFrom(file: number, from: number): string {
  const bytes = Buffer.alloc(fstatSync(file).size - from);
  for (let read = 0; read < bytes.length;) {
    const got = readSync(file, bytes, read, bytes.length - read, from + read);
    if (got === 0) break;
    read += got;
  }
  return bytes.toString('utf8');
}
