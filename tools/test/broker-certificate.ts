import { docker } from '../src/containers/docker.js';
import { SPEC_IMAGES } from '../src/containers/images.js';

/** What a broker shows to whoever comes to one of its ports. */
export interface ShownCertificate {
  /** Whether it goes on without TLS. */
  readonly tlsRequired: boolean;
  /** Whether it wants to see a certificate of the other side. */
  readonly mutual: boolean;
  readonly serialNumber: string;
  /** Whether the deployment's authority signed it for the name that was called. */
  readonly trusted: boolean;
}

/** A broker greets in the clear and only then turns to TLS, which no common program for looking at certificates knows. */
const PROBE = `
const [host, port, authority] = process.argv.slice(1);
const socket = require('node:net').connect(Number(port), host);
socket.setTimeout(10000, () => socket.destroy(new Error('silence')));
socket.once('data', (greeting) => {
  const info = JSON.parse(/^INFO (.*)/.exec(greeting.toString())[1]);
  const ca = require('node:fs').readFileSync(authority);
  const secure = require('node:tls').connect({ socket, servername: host, ca, rejectUnauthorized: false });
  secure.once('secureConnect', () => {
    const { serialNumber } = secure.getPeerCertificate();
    const tlsRequired = info.tls_required === true;
    const mutual = info.tls_verify === true;
    console.log(JSON.stringify({ tlsRequired, mutual, serialNumber, trusted: secure.authorized }));
    process.exit();
  });
});
`;
const HANDED = '/run/onewindow';

export interface LookedAt {
  /** Compose project. */
  readonly project: string;
  /** Network of the project to look from. */
  readonly network: string;
  readonly host: string;
  readonly port: number;
}

/** Looks from a container of its own, with the authority that services are handed. */
export async function certificateAt(at: LookedAt): Promise<ShownCertificate> {
  const { project, network, host, port } = at;
  const handed = `${project}_for-intake-centre:${HANDED}:ro`;
  const container = ['--rm', '--network', `${project}_${network}`, '--volume', handed];
  const program = ['--entrypoint', 'node', SPEC_IMAGES[0], '-e', PROBE, '--'];
  const args = [host, String(port), `${HANDED}/authority.pem`];
  return JSON.parse(await docker('run', ...container, ...program, ...args)) as ShownCertificate;
}
