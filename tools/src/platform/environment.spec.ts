import { instantOf } from '@onewindow/kernel';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import type { DataFolder } from './data-folder.js';
import { environmentOf, type Surroundings } from './environment.js';
import type { PlatformOptions } from './options.js';

const folder = {
  topology: '/data/topology.json',
  files: '/data/files',
  accounts: '/data/secrets/accounts.json',
  gatewayKeys: '/data/gateway-keys.json',
  secret: (token: string, name: string) => `/data/secrets/${token}/${name}`,
} as DataFolder;

const surroundings = (options: Partial<PlatformOptions> = {}): Surroundings => ({
  options: { dataDir: '/data', ...options },
  folder,
  natsUrl: 'nats://127.0.0.1:4222',
  httpPort: 8080,
  databases: new Map([
    [
      'approval-bureau',
      {
        url: 'postgres://a',
        passwordFile: '/p',
        ownerUrl: 'postgres://o',
        ownerPasswordFile: '/o',
      },
    ],
  ]),
  gatewayKeyFiles: new Map([['gateway-centre', '/data/secrets/gateway-centre/signing-key.json']]),
});

const participant = (service: string) =>
  CITY_TOPOLOGY.participants.find((each) => each.service === service)!;

describe('The environment of a service process', () => {
  it('names who it is, its database and its own secrets by file', () => {
    const environment = environmentOf(participant('approval'), 4001, surroundings());

    expect(environment).toMatchObject({
      OW_PARTICIPANT: 'approval-bureau',
      OW_DATABASE_URL: 'postgres://a',
      OW_DATABASE_OWNER_PASSWORD_FILE: '/o',
      OW_NATS_EVENT_SEED_FILE: '/data/secrets/approval-bureau/events.seed',
      OW_HEALTH_PORT: '4001',
      OW_CLOCK: 'host',
    });
    expect(environment).not.toHaveProperty('OW_GATEWAY_KEY_FILE');
  });

  it('tells a gateway where to listen and which key is its own, and of no database', () => {
    const environment = environmentOf(participant('gateway'), 4002, surroundings());

    expect(environment).toMatchObject({
      OW_HTTP_PORT: '8080',
      OW_PUBLIC_URL: 'http://127.0.0.1:8080',
      OW_GATEWAY_KEY_FILE: '/data/secrets/gateway-centre/signing-key.json',
      OW_PORTAL_DIR: expect.stringMatching(/apps.portal.dist$/),
    });
    expect(environment).not.toHaveProperty('OW_DATABASE_URL');
  });

  it('does not hand down settings of the process that starts it', () => {
    process.env['OW_FAULTS'] = '1';
    try {
      const environment = environmentOf(participant('approval'), 4001, surroundings());
      expect(environment).not.toHaveProperty('OW_FAULTS');
      expect(environment['PATH']).toBe(process.env['PATH']);
    } finally {
      delete process.env['OW_FAULTS'];
    }
  });

  it('switches the simulated clock and the fault points on only when asked', () => {
    const simulated = instantOf('2026-04-27T01:00:00Z');
    const asked = surroundings({ clock: { simulated }, faults: true });

    expect(environmentOf(participant('approval'), 4001, asked)).toMatchObject({
      OW_MODE: 'test',
      OW_CLOCK: 'simulated',
      OW_CLOCK_START: simulated,
      OW_FAULTS: '1',
    });
    expect(environmentOf(participant('approval'), 4001, surroundings())['OW_MODE']).toBe(
      'demonstration',
    );
  });
});
