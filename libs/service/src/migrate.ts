import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import pg from 'pg';
import { CalendarMigration } from './calendar/calendar-year-store.js';
import type { DatabaseAccess } from './database-setting.js';
import { PlatformMigration, ReferencesMigration } from './platform-migration.js';
import { setRuntimeRole, type ServiceMigrationClass } from './service-migration.js';

/** Any constant will do, as long as every instance takes the same lock. */
const MIGRATION_LOCK = 7_160_001;

export interface MigrationRun {
  readonly owner: DatabaseAccess;
  readonly runtimeRole: string;
  readonly migrations: readonly ServiceMigrationClass[];
}

/** Brings the database to this version and tells what it ran. Instances that start together take turns. */
export async function migrate({ owner, runtimeRole, migrations }: MigrationRun): Promise<string[]> {
  const turn = new pg.Client({ connectionString: owner.url, connectionTimeoutMillis: 5_000 });
  turn.on('error', () => undefined);
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await run(owner, runtimeRole, [
      PlatformMigration,
      ReferencesMigration,
      CalendarMigration,
      ...migrations,
    ]);
  } finally {
    await turn.end();
  }
}

async function run(
  owner: DatabaseAccess,
  runtimeRole: string,
  migrations: readonly ServiceMigrationClass[],
): Promise<string[]> {
  const orm = new MikroORM({
    clientUrl: owner.url,
    entities: [],
    extensions: [Migrator],
    pool: { min: 0, max: 1 },
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
    migrations: {
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })),
      tableName: 'migration',
      snapshot: false,
      disableForeignKeys: false,
      silent: true,
    },
  });
  setRuntimeRole(orm.config, runtimeRole);
  try {
    return (await orm.migrator.up()).map((each) => each.name);
  } finally {
    await orm.close();
  }
}
