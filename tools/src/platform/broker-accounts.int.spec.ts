import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@onewindow/bus';
import { aNatsServer } from '@onewindow/testing';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import { brokerConfigFor } from './broker-accounts.js';
import { openDataFolder } from './data-folder.js';

describe('The broker accounts of a platform', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'onewindow-broker-'))));
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('let a participant in with the seed from its secrets, and nobody else', async () => {
    const folder = openDataFolder(root);
    const server = await aNatsServer({ config: brokerConfigFor(CITY_TOPOLOGY, folder) });
    const participant = 'supervision-city-management';
    const file = folder.secret(participant, 'commands.seed');
    try {
      const connection = await connect({
        url: server.url,
        seed: readFileSync(file, 'utf8'),
        participant,
        duty: 'commands',
        waitForBroker: false,
      });
      expect(connection.isUp).toBe(true);
      await connection.close();
      expect(statSync(file).mode & 0o777).toBe(0o600);
    } finally {
      await server.stop();
    }
  });

  it('stay the same at the next start, and grow with the topology', () => {
    const folder = openDataFolder(root);
    const participants = CITY_TOPOLOGY.participants.slice(0, -1);
    const first = brokerConfigFor({ ...CITY_TOPOLOGY, participants }, folder);
    const seed = () => readFileSync(folder.secret('approval-bureau', 'events.seed'), 'utf8');
    const before = seed();

    expect(brokerConfigFor({ ...CITY_TOPOLOGY, participants }, folder)).toBe(first);
    expect(brokerConfigFor(CITY_TOPOLOGY, folder)).not.toBe(first);
    expect(seed()).toBe(before);
  });

  it('hold no secret in the configuration', () => {
    expect(brokerConfigFor(CITY_TOPOLOGY, openDataFolder(root))).not.toMatch(/\bSU[A-Z2-7]{50,}/);
  });
});
