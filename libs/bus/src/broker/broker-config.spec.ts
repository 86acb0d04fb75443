import { network, topology } from '../../test/spec-network.js';
import { brokerConfig, type BrokerConfigOptions } from './broker-config.js';
import { makeKeys, publicKeysOf } from './keys.js';

const keys = publicKeysOf(makeKeys(topology));
const linesOf = (options: BrokerConfigOptions): string[] =>
  brokerConfig(network, keys, options)
    .split('\n')
    .map((line) => line.trim());

const tls = { certFile: '/c.pem', keyFile: '/k.pem', authorityFile: '/a.pem' };
const cluster = {
  name: 'city',
  listen: 'routes-1:6222',
  peers: ['routes-1:6222', 'routes-2:6222'],
  password: 'known-to-brokers',
};

describe('The configuration of one broker of a cluster', () => {
  it('knows its peers, and lets in only who knows the password', () => {
    expect(linesOf({ cluster })).toEqual(
      expect.arrayContaining([
        'listen: "routes-1:6222"',
        'authorization { user: "route", password: "known-to-brokers", timeout: 5 }',
        'routes: ["nats-route://route:known-to-brokers@routes-1:6222", "nats-route://route:known-to-brokers@routes-2:6222"]',
      ]),
    );
  });

  it('tells clients of no other addresses than they were given, for certificates name those', () => {
    expect(linesOf({ cluster })).toContain('no_advertise: true');
  });

  it('encrypts what clients send, and asks the other brokers for a certificate', () => {
    const files = 'cert_file: "/c.pem", key_file: "/k.pem", ca_file: "/a.pem"';

    expect(linesOf({ tls, cluster: { ...cluster, tls } })).toEqual(
      expect.arrayContaining([`tls { ${files} }`, `tls { ${files}, verify: true, timeout: 5 }`]),
    );
  });

  it('bounds its store where a bound is given', () => {
    expect(linesOf({ storeDir: '/store', storeLimit: '4GB' })).toContain(
      'jetstream { store_dir: "/store", max_file_store: 4GB }',
    );
    expect(linesOf({ storeDir: '/store' })).toContain('jetstream { store_dir: "/store" }');
  });

  it('says nothing of a cluster or of encryption where there is none', () => {
    expect(linesOf({}).filter((line) => /^(cluster|tls)\b/.test(line))).toEqual([]);
  });
});
