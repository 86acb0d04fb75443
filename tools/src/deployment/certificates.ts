import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate and its key, in files. */
export interface CertifiedKey {
  readonly certFile: string;
  readonly keyFile: string;
}

const AUTHORITY_DAYS = 3_650;
const SERVER_DAYS = 825;
/** A certificate that ends sooner than this is made anew at the next set-up. */
const RENEWED_BEFORE_MS = 90 * 86_400_000;

/**
 * A deployment's own authority and the certificates that it signs, kept in a folder and made where they are missing. The
 * program `openssl` does it.
 */
export class Authority {
  readonly certFile: string;
  private readonly keyFile: string;

  constructor(
    private readonly folder: string,
    private readonly now: () => Date,
  ) {
    this.certFile = join(folder, 'authority.pem');
    this.keyFile = join(folder, 'authority-key.pem');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(this.certFile) || !existsSync(this.keyFile)) this.found();
  }

  /** The certificate of one server, good for these host names on both ends of a connection. */
  certify(name: string, hosts: readonly string[]): CertifiedKey {
    const certFile = join(this.folder, `${name}.pem`);
    const keyFile = join(this.folder, `${name}-key.pem`);
    if (!existsSync(keyFile) || !this.isGood(certFile, hosts))
      this.sign(name, hosts, certFile, keyFile);
    return { certFile, keyFile };
  }

  private found(): void {
    const subject = ['-subj', '/O=OneWindow/CN=OneWindow deployment authority'];
    const extensions = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    openssl([
      ...['req', '-x509', ...NEW_KEY, '-keyout', this.keyFile, '-out', this.certFile],
      ...['-days', String(AUTHORITY_DAYS), ...subject, ...extensions],
    ]);
  }

  private sign(name: string, hosts: readonly string[], certFile: string, keyFile: string): void {
    const request = join(this.folder, `${name}.csr`);
    const extensions = join(this.folder, `${name}.ext`);
    openssl([
      ...['req', ...NEW_KEY, '-keyout', keyFile, '-out', request],
      ...['-subj', `/O=OneWindow/CN=${name}`],
    ]);
    writeFileSync(
      extensions,
      [
        `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`,
        'basicConstraints=critical,CA:FALSE',
        'keyUsage=critical,digitalSignature',
        'extendedKeyUsage=serverAuth,clientAuth',
      ].join('\n'),
    );
    openssl([
      ...['x509', '-req', '-in', request, '-CA', this.certFile, '-CAkey', this.keyFile],
      ...['-CAcreateserial', '-days', String(SERVER_DAYS), '-extfile', extensions],
      ...['-out', certFile],
    ]);
    for (const used of [request, extensions]) rmSync(used);
  }

  private isGood(certFile: string, hosts: readonly string[]): boolean {
    if (!existsSync(certFile)) return false;
    const certificate = new X509Certificate(readFileSync(certFile));
    const authority = new X509Certificate(readFileSync(this.certFile));
    const lasts = certificate.validToDate.getTime() - this.now().getTime() > RENEWED_BEFORE_MS;
    const names = hosts.every((host) => certificate.checkHost(host) !== undefined);
    return lasts && names && certificate.verify(authority.publicKey);
  }
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-sha256'];

function openssl(args: readonly string[]): void {
  try {
    execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: Buffer };
    if (code === 'ENOENT')
      throw new Error('openssl is not installed; it makes the certificates of the brokers', {
        cause: error,
      });
    throw new Error(`openssl ${args[0] ?? ''} failed: ${stderr?.toString() ?? ''}`, {
      cause: error,
    });
  }
}
