import { MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { DatabaseAccess } from './database-setting.js';

/** Few connections: on one machine more of them only add switches between processes. */
const HOT_CONNECTIONS = 4;
const VIEW_CONNECTIONS = 3;
const STATEMENT_MS = 30_000;
/** Shorter than the gateway waits for an answer: who asks too much is told so instead of waiting in vain. */
const VIEW_STATEMENT_MS = 3_500;
/** Longer than the server lets a statement run: past it there is no server that would answer. */
const GRACE_MS = 5_000;

export interface Database {
  /** Bound parameters, few round trips: the journal's way. */
  readonly pool: pg.Pool;
  /** Reads for the views. */
  readonly orm: MikroORM;
  close(): Promise<void>;
}

/** Opens the two ways into a service's database. Nothing is connected before it is used. */
export function openDatabase(
  access: DatabaseAccess,
  name: string,
  entities: readonly EntitySchema[],
  graceMs = GRACE_MS,
): Database {
  const pool = new pg.Pool({
    connectionString: access.url,
    application_name: name,
    max: HOT_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + graceMs,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const orm = new MikroORM({
    clientUrl: access.url,
    entities: [...entities],
    pool: { min: 0, max: VIEW_CONNECTIONS },
    driverOptions: {
      application_name: `${name} views`,
      statement_timeout: VIEW_STATEMENT_MS,
      query_timeout: VIEW_STATEMENT_MS + graceMs,
    },
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
  });
  return {
    pool,
    orm,
    close: async () => {
      await orm.close();
      await pool.end();
    },
  };
}

/** Whether the database lets this role in; throws where it does not. */
export async function reach(access: DatabaseAccess): Promise<void> {
  const client = new pg.Client({ connectionString: access.url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end();
  }
}
