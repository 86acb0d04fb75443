import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParticipantToken, Topology } from '@onewindow/contracts';
import { aggregateTableSql, journalMigrationSql } from '@onewindow/journal';
import { createPostgres, freePort, type PostgresServer } from '@onewindow/local-servers';
import pg from 'pg';
import { openDataFolder, type DataFolder } from '../platform/data-folder.js';
import { makeDatabases } from '../platform/databases.js';
import { lockFolder } from '../platform/folder-lock.js';
import { verifyFolder } from './verify-folder.js';

const SELF: ParticipantToken = 'intake-centre';
const topology: Topology = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
  ],
};

let root: string;
let folder: DataFolder;
let server: PostgresServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-verify-'));
  chmodSync(root, 0o755);
  folder = openDataFolder(root);
  writeFileSync(folder.topology, JSON.stringify(topology));
  server = createPostgres({ folder: folder.postgres, port: await freePort() });
  await server.start();
  const databases = await makeDatabases(server.superuserUrl(), [SELF], folder);
  const { ownerUrl, ownerPasswordFile, url } = databases.get(SELF)!;
  const owner = new URL(ownerUrl);
  owner.password = readFileSync(ownerPasswordFile, 'utf8').trim();
  const runtimeRole = new URL(url).username;
  await query(
    owner.href,
    journalMigrationSql({ runtimeRole }) + aggregateTableSql('thing', { runtimeRole }),
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('Verifying the data folder of a platform', () => {
  it('looks into the server of a platform that is running', async () => {
    const lock = await lockFolder(folder.running, () => new Date());

    expect(await verifyFolder(root)).toEqual([]);
    lock.release();
  });

  it('starts the server of a platform that is not, and names what it finds', async () => {
    await query(
      server.superuserUrl('onewindow_intake_centre'),
      `insert into thing (id, version, head_hash, state) values ('forged', 1, sha256('x'), '{}')`,
    );
    await server.stop();

    expect(await verifyFolder(root)).toEqual([
      {
        participant: SELF,
        kind: 'deleted-entry',
        aggregate: 'thing',
        aggregateId: 'forged',
        version: 1,
        message: 'thing forged version 1: has a row and no entries',
      },
    ]);
  });

  it('says so when there is nothing to verify', async () => {
    await expect(verifyFolder(join(root, 'nowhere'))).rejects.toMatchObject({
      code: 'no-database-here',
    });
  });
});
