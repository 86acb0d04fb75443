import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { ParticipantToken } from '@onewindow/contracts';
import { aDatabase, type SpecDatabase } from '@onewindow/testing';
import { openDataFolder } from './data-folder.js';
import { makeDatabases, type ServiceDatabase } from './databases.js';

describe('The databases of a platform', () => {
  let root: string;
  let server: SpecDatabase;
  const suffix = randomBytes(4).toString('hex');
  const tokens: ParticipantToken[] = [`intake-${suffix}`, `supervision-city-management-${suffix}`];

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'onewindow-databases-'));
    server = await aDatabase();
  });
  afterAll(async () => {
    for (const token of tokens) {
      const name = `onewindow_${token.replaceAll('-', '_')}`;
      await ask(server.superuserUrl, `drop database if exists ${name} with (force)`);
      await ask(server.superuserUrl, `drop role if exists ${name}`);
      await ask(server.superuserUrl, `drop role if exists ${name}_owner`);
    }
    await server.drop();
    rmSync(root, { recursive: true });
  });

  const make = async (): Promise<ServiceDatabase[]> => {
    const made = await makeDatabases(server.superuserUrl, tokens, openDataFolder(root));
    return [...made.values()];
  };

  async function ask(url: string, sql: string): Promise<unknown[]> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const withPassword = (url: string, file: string): string => {
    const complete = new URL(url);
    complete.password = readFileSync(file, 'utf8');
    return complete.href;
  };
  const asRuntime = ({ url, passwordFile }: ServiceDatabase) => withPassword(url, passwordFile);
  const asOwner = ({ ownerUrl, ownerPasswordFile }: ServiceDatabase) =>
    withPassword(ownerUrl, ownerPasswordFile);

  it('give the tables to the owner, and the runtime role no right to change their shape', async () => {
    const [intake] = await make();

    await ask(asOwner(intake!), 'create table fact (id int)');

    await expect(ask(asRuntime(intake!), 'create table other (id int)')).rejects.toThrow(
      'permission denied',
    );
    await expect(ask(asRuntime(intake!), 'select id from fact')).rejects.toThrow(
      'permission denied',
    );
  });

  it('keep text as UTF-8 and sort it by code point, whatever the server does by itself', async () => {
    const [intake] = await make();

    expect(
      await ask(
        asRuntime(intake!),
        `select pg_encoding_to_char(encoding) as encoding, datlocale as locale
           from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ encoding: 'UTF8', locale: 'C.UTF-8' }]);
  });

  it('are closed to the other services', async () => {
    const [intake, supervision] = await make();
    const strange = new URL(asRuntime(intake!));
    strange.pathname = new URL(supervision!.url).pathname;

    await expect(ask(strange.href, 'select 1')).rejects.toThrow('permission denied for database');
  });

  it('stay as they are at the next start, and get new passwords when the secrets were lost', async () => {
    const [first] = await make();
    await ask(asOwner(first!), 'create table kept as select 1 as id');
    const before = readFileSync(first!.passwordFile, 'utf8');
    expect(readFileSync((await make())[0]!.passwordFile, 'utf8')).toBe(before);

    rmSync(join(root, 'secrets'), { recursive: true });
    const [healed] = await make();

    expect(readFileSync(healed!.passwordFile, 'utf8')).not.toBe(before);
    expect(await ask(asOwner(healed!), 'select id from kept')).toEqual([{ id: 1 }]);
  });

  it('are refused with the reason where the server cannot be used', async () => {
    const nobody = new URL(server.superuserUrl);
    nobody.password = 'wrong';

    await expect(makeDatabases(nobody.href, tokens, openDataFolder(root))).rejects.toThrow(
      /DATABASE_URL[\s\S]*password authentication failed/,
    );
  });

  it('keep passwords in files that only their owner may read', async () => {
    const [intake] = await make();

    expect(new URL(intake!.url).password).toBe('');
    expect(statSync(intake!.passwordFile).mode & 0o777).toBe(0o600);
  });
});
