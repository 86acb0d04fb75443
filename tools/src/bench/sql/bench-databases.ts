import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { ParticipantToken } from '@onewindow/contracts';
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

/** Rows that the cases of a benchmark leave behind, by table. */
export type RowCounts = Readonly<Record<string, number>>;

/** Counts every table of a database. */
export async function rowsIn(superuserUrl: string): Promise<RowCounts> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; rows: string }>(
      `select c.relname as name, (xpath('/row/n/text()',
         query_to_xml(format('select count(*) as n from public.%I', c.relname), false, true, '')))[1]::text as rows
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    return Object.fromEntries(rows.map(({ name, rows: count }) => [name, Number(count)]));
  } finally {
    await client.end();
  }
}

export const moreRows = (before: RowCounts, after: RowCounts): RowCounts =>
  Object.fromEntries(
    Object.entries(after).map(([name, rows]) => [name, rows - (before[name] ?? 0)]),
  );
