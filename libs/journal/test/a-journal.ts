import { aDatabase } from '@onewindow/testing';
import pg from 'pg';
import {
  aggregateTableSql,
  journalMigrationSql,
  Ledger,
  withCause,
  type LedgerOptions,
} from '../src/index.js';
import { NOW, thingStore, topology } from './thing.js';

export interface SpecJournal {
  /** As the service's runtime role. */
  readonly pool: pg.Pool;
  /** The same, for a process of its own. */
  readonly url: string;
  /** As the superuser, who may tamper. */
  readonly tamperer: pg.Pool;
  readonly ledger: Ledger;
  /** Another process of the same service. */
  ledgerBeside(options?: Partial<LedgerOptions>): Ledger;
  close(): Promise<void>;
}

/** A fresh database with the journal and the table of things, and a ledger that runs under the runtime role. */
export async function aJournal(options: Partial<LedgerOptions> = {}): Promise<SpecJournal> {
  const database = await aDatabase();
  const role = `${database.name}_runtime`;
  const tamperer = poolOf(database.superuserUrl, 2);
  await tamperer.query(`create role ${role} login password 'runtime'`);
  await tamperer.query(`grant connect on database ${database.name} to ${role}`);
  const owner = poolOf(database.url, 1);
  await owner.query(journalMigrationSql({ runtimeRole: role }));
  const name = `text generated always as (state->>'name') stored`;
  await owner.query(aggregateTableSql('thing', { runtimeRole: role, columns: { name } }));
  await owner.query('create unique index thing_name on thing (name)');
  await owner.end();

  const url = new URL(database.superuserUrl);
  url.username = role;
  url.password = 'runtime';
  const pool = poolOf(url.href, 6);
  const ledgerBeside = (beside: Partial<LedgerOptions> = {}) =>
    new Ledger({
      pool,
      stores: [thingStore],
      topology,
      self: 'intake-centre',
      now: () => NOW,
      ...beside,
    });
  const ledger = ledgerBeside(options);
  return {
    pool,
    url: url.href,
    tamperer,
    ledger,
    ledgerBeside,
    close: async () => {
      await ledger.close();
      await Promise.all([pool.end(), tamperer.end()]);
      await database.drop();
    },
  };
}

function poolOf(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A pool on which the next statement of that name is cut off, before it reaches the database or after it took effect. */
export function cutting(pool: pg.Pool, when: () => 'before' | 'after' | undefined): pg.Pool {
  return Object.create(pool, {
    query: {
      value: async (statement: { readonly name?: string }, values?: unknown[]) => {
        const cut = statement.name === 'journal-commit' ? when() : undefined;
        if (cut === 'before') throw new Error('Connection terminated unexpectedly');
        const result: unknown = await pool.query(statement as pg.QueryConfig, values);
        if (cut === 'after') throw new Error('Connection terminated unexpectedly');
        return result;
      },
    },
  }) as pg.Pool;
}

/** Runs the work as one person's act. */
export const acting = <Result>(work: () => Promise<Result>, id = 'command:spec/1') =>
  withCause({ id, actor: { kind: 'service', id: 'intake-centre' } }, work);
