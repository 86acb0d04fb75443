import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@onewindow/kernel';
import { readServiceConfig } from './config.js';
import type { Environment } from './settings.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-config-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const aTopology = {
  region: '990100',
  participants: [{ service: 'intake', instance: 'centre', account: 'CENTRE' }],
};

const anEnvironment = (changes: Environment = {}): Environment => ({
  OW_MODE: 'test',
  OW_PARTICIPANT: 'intake-centre',
  OW_TOPOLOGY_FILE: file('topology.json', aTopology),
  OW_DATABASE_URL: 'postgres://runtime:one@127.0.0.1:5432/intake',
  OW_DATABASE_OWNER_URL: 'postgres://owner:two@127.0.0.1:5432/intake',
  OW_NATS_URL: 'nats://127.0.0.1:4222',
  OW_NATS_COMMAND_SEED_FILE: file('command.seed', 'SUACOMMAND\n'),
  OW_NATS_EVENT_SEED_FILE: file('event.seed', 'SUAEVENT\n'),
  OW_GATEWAY_KEYS_FILE: file('keys.json', { keys: [{ kty: 'OKP' }] }),
  OW_HEALTH_PORT: '0',
  ...changes,
});

const mistakesIn = (environment: Environment): string[] => {
  try {
    readServiceConfig('intake', environment);
  } catch (error) {
    if (error instanceof Refusal) return error.unmet.map((each) => `${each.rule} ${each.path}`);
    throw error;
  }
  return [];
};

describe('The configuration of a service', () => {
  it('is read once, with its secrets from files and with defaults', () => {
    expect(readServiceConfig('intake', anEnvironment())).toMatchObject({
      mode: 'test',
      self: 'intake-centre',
      participant: { service: 'intake', instance: 'centre' },
      database: { role: 'runtime' },
      databaseOwner: { role: 'owner' },
      commandSeed: 'SUACOMMAND',
      clock: { kind: 'host' },
      faults: false,
      logLevel: 'info',
      place: { handoverAckWorkingDays: 3, correctionMissed: 'reminder' },
    });
  });

  it('takes a database password from its file', () => {
    const config = readServiceConfig(
      'intake',
      anEnvironment({
        OW_DATABASE_URL: 'postgres://runtime@127.0.0.1/intake',
        OW_DATABASE_PASSWORD_FILE: file('password', 'p@ss/word\n'),
      }),
    );

    expect(config.database.url).toBe('postgres://runtime:p%40ss%2Fword@127.0.0.1/intake');
  });

  it('takes the several servers of a broker', () => {
    const urls = 'nats://one:4222, nats://two:4222';
    const config = readServiceConfig('intake', anEnvironment({ OW_NATS_URL: urls }));

    expect(config.natsUrl.split(',')).toHaveLength(2);
    expect(mistakesIn(anEnvironment({ OW_NATS_URL: 'nats://one:4222,http://two' }))).toEqual([
      'setting-usable OW_NATS_URL',
    ]);
  });

  it('reports every mistake together, in both languages', () => {
    expect.hasAssertions();
    try {
      readServiceConfig('intake', {
        OW_MODE: 'production',
        OW_PARTICIPANT: 'intake-elsewhere',
        OW_TOPOLOGY_FILE: file('topology.json', aTopology),
        OW_DATABASE_URL: 'mysql://127.0.0.1/intake',
        OW_DATABASE_OWNER_URL: 'postgres://owner:two@127.0.0.1/intake',
        OW_NATS_URL: 'nats://127.0.0.1',
        OW_NATS_COMMAND_SEED_FILE: join(folder, 'nowhere'),
        OW_HEALTH_PORT: '70000',
        OW_CLOCK: 'simulated',
        OW_FAULTS: '1',
        OW_LOG_LEVEL: 'loud',
      });
    } catch (error) {
      const { code, unmet } = error as Refusal;
      expect(code).toBe('configuration-not-usable');
      expect(unmet.map((each) => `${each.rule} ${each.path}`)).toEqual([
        'setting-usable OW_DATABASE_URL',
        'setting-usable OW_NATS_COMMAND_SEED_FILE',
        'setting-present OW_NATS_EVENT_SEED_FILE',
        'setting-present OW_GATEWAY_KEYS_FILE',
        'setting-usable OW_HEALTH_PORT',
        'setting-usable OW_LOG_LEVEL',
        'participant-known OW_PARTICIPANT',
        'not-in-production OW_CLOCK',
        'not-in-production OW_FAULTS',
        'secrets-by-file OW_DATABASE_OWNER_URL',
        'clock-start-present OW_CLOCK_START',
      ]);
      for (const { message } of unmet) expect(message.zh).toMatch(/[\u4e00-\u9fff]/u);
    }
  });

  it.each(['OW_CLOCK', 'OW_FAULTS'])('refuses %s in production', (variable) => {
    const value = variable === 'OW_CLOCK' ? 'simulated' : '1';

    expect(mistakesIn(anEnvironment({ OW_MODE: undefined, [variable]: value }))).toContain(
      `not-in-production ${variable}`,
    );
  });

  it('lists each mistake of a topology', () => {
    const topology = {
      participants: [...aTopology.participants, ...aTopology.participants, { service: 'bakery' }],
    };

    expect(
      mistakesIn(anEnvironment({ OW_TOPOLOGY_FILE: file('wrong.json', topology) })),
    ).toHaveLength(3);
  });

  it.each(['events', 'city-events'])('refuses an instance with the name %s', (instance) => {
    const { participants } = aTopology;
    const odd = { service: 'supervision', instance, account: 'CITY' };
    const topology = { ...aTopology, participants: [...participants, odd] };

    expect(
      mistakesIn(anEnvironment({ OW_TOPOLOGY_FILE: file('odd.json', topology) })),
    ).toHaveLength(1);
  });

  it('puts the rules of the place over the defaults', () => {
    const place = { correctionMissed: 'withdrawn', handoverAckWorkingDays: 5 };
    const config = readServiceConfig(
      'intake',
      anEnvironment({ OW_PLACE_FILE: file('place.json', place) }),
    );

    expect(config.place).toMatchObject({ ...place, workingDaysToAccept: 5 });
  });

  it.each([
    ['a rule that does not exist', { workingDaysToAcept: 3 }],
    ['a longer term than the statute', { workingDaysToAccept: 6 }],
    ['a word where a number belongs', { workingDaysToServe: 'ten' }],
  ])('refuses %s', (_, place) => {
    expect(mistakesIn(anEnvironment({ OW_PLACE_FILE: file('place.json', place) }))).toEqual([
      'setting-usable OW_PLACE_FILE',
    ]);
  });
});
