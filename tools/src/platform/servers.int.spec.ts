import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDatabase, aNatsServer } from '@onewindow/testing';
import pg from 'pg';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import { brokerConfigFor } from './broker-accounts.js';
import { openDataFolder } from './data-folder.js';
import { startServers } from './servers.js';

describe('The servers of a platform', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'onewindow-servers-'))));
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('are those that run already, where addresses are given', async () => {
    const folder = openDataFolder(root);
    const database = await aDatabase();
    const broker = await aNatsServer({ config: brokerConfigFor(CITY_TOPOLOGY, folder) });
    try {
      const options = { dataDir: root, databaseUrl: database.url, natsUrl: broker.url };
      const servers = await startServers(options, CITY_TOPOLOGY, folder);

      expect(servers).toMatchObject({
        administratorUrl: database.url,
        natsUrl: broker.url,
        postgres: undefined,
        nats: undefined,
      });
      await servers.stop();
      expect(broker.pid).toBeDefined();
    } finally {
      await broker.stop();
      await database.drop();
    }
  });

  it('are refused while a given broker does not know our accounts, which lie ready in a file', async () => {
    const folder = openDataFolder(root);
    const broker = await aNatsServer({ config: 'authorization { token: other }' });
    try {
      const options = { dataDir: root, databaseUrl: 'postgres://unused', natsUrl: broker.url };

      await expect(startServers(options, CITY_TOPOLOGY, folder)).rejects.toThrow(
        join(folder.nats, 'nats-server.conf'),
      );
      expect(readFileSync(join(folder.nats, 'nats-server.conf'), 'utf8')).toContain('accounts {');
    } finally {
      await broker.stop();
    }
  });

  it('keep what a failed statement held out of the log: views write names and searches into it', async () => {
    const folder = openDataFolder(root);
    const servers = await startServers({ dataDir: root }, CITY_TOPOLOGY, folder);
    try {
      const client = new pg.Client({ connectionString: servers.administratorUrl });
      await client.connect();
      await expect(client.query(`select 1 / 0 from (select '林悦') person`)).rejects.toThrow();
      await client.end();
      const log = readFileSync(servers.postgres!.logFile, 'utf8');

      expect(log).toContain('division by zero');
      expect(log).not.toContain('林悦');
    } finally {
      await servers.stop();
    }
  });
});
