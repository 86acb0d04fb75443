import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { ParticipantToken } from '@onewindow/contracts';
import type { PostgresServer } from '@onewindow/local-servers';
import type { DataFolder } from '../../platform/data-folder.js';
import { databaseOf } from '../../platform/databases.js';

/** A copy of a service's database for pgbench, which signs in as the service itself does. */
export interface BenchDatabase {
  readonly participant: ParticipantToken;
  /** The service's own database. */
  readonly original: string;
  readonly copy: string;
  readonly role: string;
  readonly password: string;
}

export function benchDatabaseOf(participant: ParticipantToken, folder: DataFolder): BenchDatabase {
  const { url, passwordFile } = databaseOf(participant, 'postgresql://127.0.0.1/', folder);
  const { pathname, username } = new URL(url);
  const original = pathname.slice(1);
  return {
    participant,
    original,
    copy: `${original}_bench`,
    role: username,
    password: readFileSync(passwordFile, 'utf8').trim(),
  };
}

/**
 * Copies the databases. PostgreSQL copies only what nobody is connected to, so the services are cut off for a moment, as when a
 * database server is restarted.
 */
export async function copyDatabases(
  superuserUrl: string,
  databases: readonly BenchDatabase[],
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const { original, copy, role } of databases) {
      await client.query(`alter database ${original} allow_connections false`);
      try {
        await client.query(
          'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1',
          [original],
        );
        await client.query(`create database ${copy} template ${original}`);
        await client.query(`grant connect on database ${copy} to ${role}`);
      } finally {
        await client.query(`alter database ${original} allow_connections true`);
      }
    }
  } finally {
    await client.end();
  }
}

/** Rows that a piece of work has left, by database and table. */
export type RowsLeft = ReadonlyMap<BenchDatabase, Readonly<Record<string, number>>>;

/** Does the work and tells how many rows more there are after it, in the services' own databases or in the copies. */
export async function countingRows<Result>(
  server: Pick<PostgresServer, 'superuserUrl'>,
  plans: readonly { readonly database: BenchDatabase }[],
  of: 'original' | 'copy',
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly rows: RowsLeft }> {
  const databases = plans.map(({ database }) => database);
  const count = () => Promise.all(databases.map((each) => rowsIn(server.superuserUrl(each[of]))));
  const before = await count();
  const result = await work();
  const after = await count();
  const left = databases.map((each, at) => {
    const more = Object.entries(after[at] ?? {}).map(
      ([table, rows]) => [table, rows - (before[at]?.[table] ?? 0)] as const,
    );
    return [each, Object.fromEntries(more)] as const;
  });
  return { result, rows: new Map(left) };
}

const ROWS = `select c.relname as name, (xpath('/row/n/text()',
    query_to_xml(format('select count(*) as n from public.%I', c.relname), false, true, '')))[1]::text as rows
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;

async function rowsIn(superuserUrl: string): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; rows: string }>(ROWS);
    return Object.fromEntries(rows.map(({ name, rows: count }) => [name, Number(count)]));
  } finally {
    await client.end();
  }
}
