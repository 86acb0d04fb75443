import type { JournalService } from '@onewindow/contracts';
import { aDatabase } from '@onewindow/testing';
import pg from 'pg';
import type { ServiceDefinition } from '../../src/index.js';
import { migrate } from '../../src/migrate.js';

/** A database with every table of a service, and nothing running on it. */
export interface ServiceDatabase {
  /** As the service's runtime role. */
  readonly pool: pg.Pool;
  /** As the superuser, who may tamper. */
  readonly tamperer: pg.Pool;
  close(): Promise<void>;
}

/** For specs that drive use cases with a real ledger, without a container and a broker around them. */
export async function aServiceDatabase({
  migrations,
}: Pick<ServiceDefinition, 'migrations'> & {
  readonly service: JournalService;
}): Promise<ServiceDatabase> {
  const database = await aDatabase();
  const role = `${database.name}_run`;
  const tamperer = poolOf(database.superuserUrl, 2);
  await tamperer.query(`create role ${role} login password '${role}'`);
  await tamperer.query(`grant connect on database ${database.name} to ${role}`);
  await migrate({
    owner: {
      url: database.url,
      role: database.name,
      variable: 'OW_DATABASE_OWNER_URL',
      passwordFileVariable: 'OW_DATABASE_OWNER_PASSWORD_FILE',
      passwordInEnvironment: true,
    },
    runtimeRole: role,
    migrations,
  });
  const url = new URL(database.url);
  url.username = url.password = role;
  const pool = poolOf(url.href, 8);
  return {
    pool,
    tamperer,
    close: async () => {
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
