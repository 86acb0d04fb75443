import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeGatewayKey } from '@onewindow/bus';
import type { Refusal } from '@onewindow/kernel';
import { readGatewayConfig } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'onewindow-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const participant = (service: string, instance: string) => ({
  service,
  instance,
  account: 'CENTRE',
});
const topology = {
  region: '379900',
  participants: [participant('gateway', 'centre'), participant('intake', 'centre')],
};
const keyOf = async (gateway: 'gateway-centre' | 'gateway-market') =>
  (await makeGatewayKey(gateway)).privateKey;

const usable = async () => ({
  OW_PARTICIPANT: 'gateway-centre',
  OW_TOPOLOGY_FILE: file('topology.json', topology),
  OW_NATS_URL: 'nats://127.0.0.1:4222',
  OW_NATS_COMMAND_SEED_FILE: file('seed', 'SECRET'),
  OW_HEALTH_PORT: '0',
  OW_HTTP_PORT: '8080',
  OW_PUBLIC_URL: 'https://onewindow.example',
  OW_ACCOUNTS_FILE: file('accounts.json', { accounts: [] }),
  OW_GATEWAY_KEY_FILE: file('key.json', await keyOf('gateway-centre')),
  OW_FILES_DIR: folder,
});

function mistakesOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readGatewayConfig(environment);
  } catch (error) {
    return (error as Refusal).unmet.map(({ path, rule }) => `${path ?? ''} ${rule}`);
  }
  return [];
}

describe('The configuration of a gateway', () => {
  it('has a default for everything that need not be decided', async () => {
    const config = readGatewayConfig(await usable());

    expect(config).toMatchObject({
      mode: 'production',
      host: '127.0.0.1',
      port: 8080,
      trustedProxies: [],
      uploadLimit: 20 * 1024 * 1024,
      limits: { person: 300, address: 300, signIn: 10, streamsOfPerson: 10, streams: 500 },
    });
  });

  it('takes every broker of a cluster', async () => {
    const config = readGatewayConfig({
      ...(await usable()),
      OW_NATS_URL: 'tls://nats-1:4222, tls://nats-2:4222',
    });

    expect(config.natsUrl).toBe('tls://nats-1:4222,tls://nats-2:4222');
  });

  it('takes limits and proxies from the environment', async () => {
    const config = readGatewayConfig({
      ...(await usable()),
      OW_RATE_LIMIT_PERSON: '1000000',
      OW_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    });

    expect(config.limits.person).toBe(1_000_000);
    expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });

  it('names everything that is wrong at once', async () => {
    const environment = {
      ...(await usable()),
      OW_PARTICIPANT: 'intake-centre',
      OW_HTTP_PORT: undefined,
      OW_PUBLIC_URL: 'onewindow.example',
      OW_RATE_LIMIT_PERSON: '-1',
      OW_UPLOAD_LIMIT_BYTES: '20MiB',
      OW_TRUSTED_PROXIES: 'proxy, 10.0.0.0/33',
    };

    expect(mistakesOf(environment).toSorted()).toEqual(
      [
        'OW_GATEWAY_KEY_FILE key-usable',
        'OW_HTTP_PORT setting-present',
        'OW_PARTICIPANT participant-known',
        'OW_PUBLIC_URL setting-usable',
        'OW_RATE_LIMIT_PERSON setting-usable',
        'OW_TRUSTED_PROXIES setting-usable',
        'OW_UPLOAD_LIMIT_BYTES setting-usable',
      ].toSorted(),
    );
  });

  it.each([
    ['another gateway’s', () => keyOf('gateway-market')],
    ['public', async () => (await makeGatewayKey('gateway-centre')).publicKey],
    ['no key', async () => ({})],
  ])('refuses a key that is %s', async (_, key) => {
    const environment = {
      ...(await usable()),
      OW_GATEWAY_KEY_FILE: file('other.json', await key()),
    };

    expect(mistakesOf(environment)).toEqual(['OW_GATEWAY_KEY_FILE key-usable']);
  });

  it('lets nobody in by the accounts of the demonstration when it is meant', async () => {
    const account = { name: '韩雪', roles: ['administrator'], region: '379900' };
    const passwordHash = '$argon2id$v=19$m=1024,t=1,p=1$c2FsdHNhbHQ$x';
    const accounts = [
      { ...account, id: 'han.xue', passwordHash, demonstration: true },
      { ...account, id: 'liu.yang', passwordHash },
    ];
    const environment = {
      ...(await usable()),
      OW_ACCOUNTS_FILE: file('demonstration.json', { accounts }),
    };

    expect(mistakesOf(environment)).toEqual(['OW_ACCOUNTS_FILE accounts-not-of-a-demonstration']);
    expect(mistakesOf({ ...environment, OW_MODE: 'demonstration' })).toEqual([]);
  });
});
