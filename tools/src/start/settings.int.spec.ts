import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@onewindow/kernel';
import { readStartSettings, VARIABLES } from './settings.js';

describe('What npm start is told', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-settings-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('needs nothing: the data lies in the clone and the servers are ours', async () => {
    const settings = await readStartSettings({});

    expect(settings.dataDir).toMatch(/\.onewindow$/);
    expect(settings).toMatchObject({
      httpHost: '127.0.0.1',
      databaseUrl: undefined,
      natsUrl: undefined,
    });
  });

  it('reports every mistake together, in both languages', async () => {
    writeFileSync(join(folder, 'file'), '');
    const refused = await refusalOf({
      OW_PORT: '80x',
      OW_HOST: 'not a host',
      OW_DATA_DIR: join(folder, 'file', 'below'),
      OW_PUBLIC_URL: 'nowhere',
      DATABASE_URL: 'mysql://here',
      NATS_URL: 'http://here',
      OW_NATS_SERVER: join(folder, 'file'),
      OW_LOG_LEVEL: 'loud',
      OW_PLACE_FILE: join(folder, 'absent'),
    });

    expect(refused.unmet.map(({ path }) => path)).toEqual(VARIABLES.map(({ name }) => name));
    for (const { path, message } of refused.unmet) {
      expect(message.en).toContain(path);
      expect(message.zh).toMatch(/[一-龥]/);
    }
  });

  it('refuses a port that is taken, but finds another when none was asked for', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    try {
      expect((await refusalOf({ OW_PORT: String(port) })).unmet).toHaveLength(1);
      await expect(readStartSettings({})).resolves.toBeDefined();
    } finally {
      taken.close();
    }
  });

  async function refusalOf(environment: Record<string, string>): Promise<Refusal> {
    try {
      await readStartSettings(environment);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    throw new Error('it was accepted');
  }
});
