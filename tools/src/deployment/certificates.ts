import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A certificate and its key, in files. */
export interface CertifiedKey {
  readonly certFile: string;
  readonly keyFile: string;
}

export interface AuthorityOptions {
  readonly now: () => Date;
  /** Makes every server's certificate anew, whatever is left of its time. */
  readonly renewCertificates?: boolean;
}

const AUTHORITY_DAYS = 3_650;
const SERVER_DAYS = 825;
const DAY_MS = 86_400_000;
/** A certificate that ends sooner than this is made anew at the next set-up. */
const RENEWED_BEFORE_MS = 90 * DAY_MS;
/** No server's certificate outlives the authority's. */
const AUTHORITY_RENEWED_BEFORE_MS = SERVER_DAYS * DAY_MS + RENEWED_BEFORE_MS;

/**
 * A deployment's own authority and the certificates that it signs, kept in a folder and made where they are missing or end
 * soon. The authority keeps its key for good, so that what it signed and whoever trusts it already go on. The program
 * `openssl` does it.
 */
export class Authority {
  readonly certFile: string;
  private readonly keyFile: string;

  constructor(
    private readonly folder: string,
    private readonly options: AuthorityOptions,
  ) {
    this.certFile = join(folder, 'authority.pem');
    this.keyFile = join(folder, 'authority-key.pem');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(this.keyFile)) this.makeWhole(this.keyFile, (file) => [...NEW_KEY, file]);
    if (!this.lasts(this.certFile, this.keyFile, AUTHORITY_RENEWED_BEFORE_MS)) this.found();
  }

  /** The certificate of one server, good for these host names on both ends of a connection. */
  certify(name: string, hosts: readonly string[]): CertifiedKey {
    const certFile = join(this.folder, `${name}.pem`);
    const keyFile = join(this.folder, `${name}-key.pem`);
    const isKept = this.options.renewCertificates !== true && this.isGood(certFile, keyFile, hosts);
    if (!isKept) this.sign(name, hosts, certFile, keyFile);
    return { certFile, keyFile };
  }

  private found(): void {
    const subject = ['-subj', '/O=OneWindow/CN=OneWindow deployment authority'];
    const extensions = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    this.makeWhole(this.certFile, (file) => [
      ...['req', '-x509', '-sha256', '-key', this.keyFile, '-out', file],
      ...['-days', String(AUTHORITY_DAYS), ...subject, ...extensions],
    ]);
  }

  private sign(name: string, hosts: readonly string[], certFile: string, keyFile: string): void {
    const request = join(this.folder, `${name}.csr`);
    const extensions = join(this.folder, `${name}.ext`);
    this.makeWhole(keyFile, (file) => [...NEW_KEY, file]);
    openssl([
      ...['req', '-new', '-sha256', '-key', keyFile, '-out', request],
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
    this.makeWhole(certFile, (file) => [
      ...['x509', '-req', '-sha256', '-in', request, '-CA', this.certFile, '-CAkey', this.keyFile],
      ...['-CAcreateserial', '-days', String(SERVER_DAYS), '-extfile', extensions, '-out', file],
    ]);
    for (const used of [request, extensions]) rmSync(used);
  }

  /** A file is there as a whole or not at all; a key without its certificate is made again with it. */
  private makeWhole(file: string, argsFor: (file: string) => readonly string[]): void {
    const unfinished = `${file}.new`;
    openssl(argsFor(unfinished));
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, file);
  }

  private isGood(certFile: string, keyFile: string, hosts: readonly string[]): boolean {
    if (!this.lasts(certFile, keyFile, RENEWED_BEFORE_MS)) return false;
    const certificate = new X509Certificate(readFileSync(certFile));
    const authority = new X509Certificate(readFileSync(this.certFile));
    const names = hosts.every((host) => certificate.checkHost(host) !== undefined);
    return names && certificate.verify(authority.publicKey);
  }

  private lasts(certFile: string, keyFile: string, longerThanMs: number): boolean {
    if (!existsSync(certFile) || !existsSync(keyFile)) return false;
    const certificate = new X509Certificate(readFileSync(certFile));
    const leftMs = certificate.validToDate.getTime() - this.options.now().getTime();
    return leftMs > longerThanMs && certificate.checkPrivateKey(keyIn(keyFile));
  }
}

const keyIn = (file: string) => createPrivateKey(readFileSync(file));

const NEW_KEY = ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out'];

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
