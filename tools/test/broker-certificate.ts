import { docker } from '../src/containers/docker.js';
import { SPEC_IMAGES } from '../src/containers/images.js';

/** What a broker shows to somebody who comes to one of its ports without a certificate. */
export interface ShownCertificate {
  readonly serialNumber: string;
  /** Whether the deployment's authority signed it for the name that was called. */
  readonly trusted: boolean;
  /** Whether it ends the connection over the certificate that is not shown to it. */
  readonly mutual: boolean;
}

/**
 * To clients a broker greets in the clear, with the word that TLS is required, and only then turns to TLS; between brokers TLS
 * comes first. No common program for looking at certificates knows the former.
 */
const PROBE = `
const [host, port, authority, greets] = process.argv.slice(1);
const ca = require('node:fs').readFileSync(authority);
const { connect } = require('node:tls');
const look = (over) => {
  const secure = connect({ ...over, servername: host, ca, rejectUnauthorized: false });
  const shown = { mutual: false };
  secure.once('secureConnect', () => {
    Object.assign(shown, { serialNumber: secure.getPeerCertificate().serialNumber, trusted: secure.authorized });
    if (greets === 'true') secure.destroy();
  });
  secure.once('error', (error) => (shown.mutual = /CERTIFICATE/.test(error.code)));
  secure.once('close', () => console.log(JSON.stringify(shown)));
  secure.once('data', () => secure.destroy());
};
if (greets === 'true') {
  const socket = require('node:net').connect(Number(port), host);
  socket.setTimeout(10000, () => socket.destroy(new Error('silence')));
  socket.once('data', (greeting) => {
    if (JSON.parse(/^INFO (.*)/.exec(greeting.toString())[1]).tls_required !== true) process.exit(1);
    look({ socket });
  });
} else look({ host, port: Number(port) });
`;
const HANDED = '/run/onewindow';

export interface LookedAt {
  /** Compose project. */
  readonly project: string;
  /** Network of the project to look from. */
  readonly network: string;
  readonly host: string;
  readonly port: number;
  /** Whether it greets in the clear, as clients expect. */
  readonly greets: boolean;
}

/** Looks from a container of its own, with the authority that services are handed; throws where TLS is not required. */
export async function certificateAt(at: LookedAt): Promise<ShownCertificate> {
  const { project, network, host, port, greets } = at;
  const handed = `${project}_for-intake-centre:${HANDED}:ro`;
  const container = ['--rm', '--network', `${project}_${network}`, '--volume', handed];
  const program = ['--entrypoint', 'node', SPEC_IMAGES[0], '-e', PROBE, '--'];
  const args = [host, String(port), `${HANDED}/authority.pem`, String(greets)];
  return JSON.parse(await docker('run', ...container, ...program, ...args)) as ShownCertificate;
}
