import { aDatabase, type SpecDatabase } from '@onewindow/testing';
import pg from 'pg';
import { migrate } from './migrate.js';
import { ServiceMigration } from './service-migration.js';

class Things0001 extends ServiceMigration {
  override up(): void {
    this.addSql('create table thing (id int primary key)');
    this.addSql(`grant select on thing to "${this.runtimeRole}"`);
  }
}

class Things0002 extends ServiceMigration {
  override up(): void {
    this.addSql('alter table thing add column name text');
  }
}

class Broken extends ServiceMigration {
  override up(): void {
    this.addSql('create table half_done (id int)');
    this.addSql('no statement');
  }
}

let database: SpecDatabase;

beforeEach(async () => {
  database = await aDatabase();
  await query(`create role ${database.name}_run login password 'run'`);
});

afterEach(() => database.drop());

async function query(text: string, role?: string): Promise<pg.QueryResult> {
  const client = new pg.Client(database.superuserUrl);
  await client.connect();
  try {
    if (role !== undefined) await client.query(`set role ${role}`);
    return await client.query(text);
  } finally {
    await client.end();
  }
}

const run = (...migrations: (typeof Things0001)[]) =>
  migrate({
    owner: {
      url: database.url,
      role: database.name,
      variable: 'OW_DATABASE_OWNER_URL',
      passwordFileVariable: 'OW_DATABASE_OWNER_PASSWORD_FILE',
      passwordInEnvironment: true,
    },
    runtimeRole: `${database.name}_run`,
    migrations,
  });

describe('Migrations', () => {
  it('run once each, the platform’s before the service’s', async () => {
    expect(await run(Things0001)).toEqual([
      'PlatformMigration',
      'ReferencesMigration',
      'CalendarMigration',
      'Things0001',
    ]);
    expect(await run(Things0001, Things0002)).toEqual(['Things0002']);
    expect(await run(Things0001, Things0002)).toEqual([]);
  });

  it('take turns when several processes start together', async () => {
    const ran = await Promise.all([run(Things0001), run(Things0001), run(Things0001)]);

    expect(ran.flat()).toEqual([
      'PlatformMigration',
      'ReferencesMigration',
      'CalendarMigration',
      'Things0001',
    ]);
  });

  it('leave nothing of one that fails', async () => {
    await run(Things0001);
    await expect(run(Things0001, Broken)).rejects.toThrow();

    const { rows } = await query("select to_regclass('half_done') as found");
    expect(rows).toEqual([{ found: null }]);
    expect(await run(Things0001, Things0002)).toEqual(['Things0002']);
  });

  it('give the runtime role what it needs and no more', async () => {
    await run(Things0001);
    const role = `${database.name}_run`;

    await expect(query('select * from thing', role)).resolves.toBeDefined();
    await expect(query('drop table thing', role)).rejects.toThrow('must be owner');
    await expect(query('create table mine (id int)', role)).rejects.toThrow('permission denied');
    await expect(query('update journal set name = name', role)).rejects.toThrow(
      'permission denied',
    );
    await expect(query('delete from journal', role)).rejects.toThrow('permission denied');
  });
});
