import { X509Certificate } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { Authority, type CertifiedKey } from './certificates.js';

const DAY_MS = 86_400_000;
const HOSTS = ['nats-1', 'nats-1-routes', 'localhost'];

describe('The authority of a deployment', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-certificates-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const authorityIn = (days: number, renewCertificates = false) =>
    new Authority(folder, { now: () => new Date(Date.now() + days * DAY_MS), renewCertificates });
  const read = (file: string) => new X509Certificate(readFileSync(file));
  const serialOf = ({ certFile }: CertifiedKey) => read(certFile).serialNumber;

  /** Whether a client that trusts these authorities takes a server with this certificate for `nats-1`. */
  async function isTrusted({ certFile, keyFile }: CertifiedKey, ca: Buffer): Promise<boolean> {
    const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      return await new Promise<boolean>((resolve) => {
        const client = connect({ port, host: '127.0.0.1', servername: 'nats-1', ca });
        client.once('secureConnect', () => {
          resolve(client.authorized);
          client.destroy();
        });
        client.once('error', () => resolve(false));
      });
    } finally {
      server.close();
    }
  }

  it('certifies a server for its names, with a key that only its owner may read', async () => {
    const authority = authorityIn(0);
    const certified = authority.certify('nats-1', HOSTS);

    expect(HOSTS.filter((host) => read(certified.certFile).checkHost(host) === undefined)).toEqual(
      [],
    );
    expect(statSync(certified.keyFile).mode & 0o777).toBe(0o600);
    expect(await isTrusted(certified, readFileSync(authority.certFile))).toBe(true);
  });

  it('leaves a certificate as it is until its last ninety days', () => {
    const before = serialOf(authorityIn(0).certify('nats-1', HOSTS));

    expect(serialOf(authorityIn(825 - 91).certify('nats-1', HOSTS))).toBe(before);
    expect(serialOf(authorityIn(825 - 89).certify('nats-1', HOSTS))).not.toBe(before);
  });

  it('makes it anew on request, for another name, and where its key is not the one beside it', () => {
    const first = serialOf(authorityIn(0).certify('nats-1', HOSTS));
    const second = serialOf(authorityIn(0, true).certify('nats-1', HOSTS));
    const third = serialOf(authorityIn(0).certify('nats-1', [...HOSTS, 'nats-1.example']));
    rmSync(join(folder, 'nats-1-key.pem'));
    const fourth = serialOf(authorityIn(0).certify('nats-1', HOSTS));

    expect(new Set([first, second, third, fourth]).size).toBe(4);
  });

  it('renews itself in time without a new key: whoever trusts the old one trusts what is signed next', async () => {
    const authority = authorityIn(0);
    const old = readFileSync(authority.certFile);
    const before = authority.certify('nats-1', HOSTS);
    const keptKey = readFileSync(join(folder, 'authority-key.pem'), 'utf8');

    const renewed = authorityIn(3_650 - 825);
    const after = renewed.certify('nats-2', ['nats-1']);

    expect(readFileSync(renewed.certFile).equals(old)).toBe(false);
    expect(readFileSync(join(folder, 'authority-key.pem'), 'utf8')).toBe(keptKey);
    expect(await isTrusted(after, old)).toBe(true);
    expect(await isTrusted(before, readFileSync(renewed.certFile))).toBe(true);
  });

  it('is not stopped by what a set-up that died left half done', async () => {
    authorityIn(0).certify('nats-1', HOSTS);
    // A new key was in place, its certificate was not yet.
    const other = authorityIn(0).certify('nats-2', HOSTS);
    copyFileSync(other.keyFile, join(folder, 'nats-1-key.pem'));

    const authority = authorityIn(0);
    const healed = authority.certify('nats-1', HOSTS);

    expect(await isTrusted(healed, readFileSync(authority.certFile))).toBe(true);
  });
});
