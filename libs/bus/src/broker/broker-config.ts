import { HUB_ACCOUNT, type Participant, tokenOf } from '@onewindow/contracts';
import { MAX_PAYLOAD_BYTES } from '../limits.js';
import { userName } from '../subjects.js';
import { type Passage, passagesIn } from './accounts.js';
import { type BrokerPublicKeys, DUTIES } from './keys.js';
import type { Network } from './network.js';
import { rightsOf } from './permissions.js';

export interface BrokerConfigOptions {
  /** Unique in a cluster. */
  readonly serverName?: string;
  /** Address and port for clients; left out where the starter passes them. */
  readonly listen?: string;
  /** Folder of the store; left out where the starter passes it. */
  readonly storeDir?: string;
  /** Address of the monitoring page, for example `127.0.0.1:8222`. */
  readonly monitor?: string;
  /** Most bytes that the store may take, for example `4GB`. */
  readonly storeLimit?: string;
  /** Encrypts what clients send; they have to trust the authority that signed the certificate. */
  readonly tls?: Certificate;
  readonly cluster?: BrokerCluster;
  /** Most connections of an account for each participant in it: two for each of its processes; 32 unless said. */
  readonly connectionsOfParticipant?: number;
}

/** Files of one server, as its process finds them. */
export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
  readonly authorityFile: string;
}

/** How one server finds the others, and how they know each other. */
export interface BrokerCluster {
  readonly name: string;
  /** Address and port for the other servers alone; an address that clients cannot reach keeps them out altogether. */
  readonly listen: string;
  /** Address and port of every server. */
  readonly peers: readonly string[];
  /** Known to the servers alone. */
  readonly password: string;
  /** Both ends of a route show a certificate. */
  readonly tls?: Certificate;
}

const SYSTEM_ACCOUNT = 'SYS';
const CONNECTIONS_OF_PARTICIPANT = 32;
const ACCOUNT_FORM = /^[A-Z][A-Z0-9_-]{0,63}$/;

/**
 * The configuration file of nats-server: an account for the hub and each other account of the topology, two users a
 * participant, and no right beyond what the contracts ask for. There is no user without a key.
 */
export function brokerConfig(
  network: Network,
  keys: BrokerPublicKeys,
  options: BrokerConfigOptions = {},
): string {
  const accounts = [
    ...new Set([HUB_ACCOUNT, ...network.topology.participants.map((each) => each.account)]),
  ].toSorted();
  const odd = accounts.filter((each) => !ACCOUNT_FORM.test(each) || each === SYSTEM_ACCOUNT);
  if (odd.length > 0) throw new TypeError(`not names of accounts: ${odd.join(', ')}`);
  const passages = passagesIn(network);
  const most = options.connectionsOfParticipant ?? CONNECTIONS_OF_PARTICIPANT;
  return [
    ...serverLines(options),
    `system_account: ${SYSTEM_ACCOUNT}`,
    'accounts {',
    `  ${SYSTEM_ACCOUNT} {}`,
    ...accounts.flatMap((account) => accountLines(account, network, keys, { passages, most })),
    '}',
    '',
  ].join('\n');
}

function serverLines(options: BrokerConfigOptions): readonly string[] {
  const { serverName, listen, storeDir, storeLimit, monitor, tls, cluster } = options;
  return [
    ...(serverName === undefined ? [] : [`server_name: ${quoted(serverName)}`]),
    ...(listen === undefined ? [] : [`listen: ${quoted(listen)}`]),
    ...(monitor === undefined ? [] : [`http: ${quoted(monitor)}`]),
    `max_payload: ${MAX_PAYLOAD_BYTES}`,
    'max_control_line: 4KB',
    'max_subscriptions: 100000',
    'write_deadline: "5s"',
    ...(storeDir === undefined ? [] : storeLines(storeDir, storeLimit)),
    ...(tls === undefined ? [] : [`tls { ${certificateText(tls)} }`]),
    ...(cluster === undefined ? [] : clusterLines(cluster)),
  ];
}

const storeLines = (storeDir: string, limit: string | undefined): readonly string[] => [
  `jetstream { store_dir: ${quoted(storeDir)}${limit === undefined ? '' : `, max_file_store: ${limit}`} }`,
];

const ROUTE_USER = 'route';

/** Servers tell clients of no address but those that clients were given: certificates name these. */
function clusterLines({ name, listen, peers, password, tls }: BrokerCluster): readonly string[] {
  const routes = peers.map((peer) => quoted(`nats-route://${ROUTE_USER}:${password}@${peer}`));
  return [
    'cluster {',
    `  name: ${quoted(name)}`,
    `  listen: ${quoted(listen)}`,
    '  no_advertise: true',
    `  authorization { user: ${quoted(ROUTE_USER)}, password: ${quoted(password)}, timeout: 5 }`,
    ...(tls === undefined ? [] : [`  tls { ${certificateText(tls)}, verify: true, timeout: 5 }`]),
    `  routes: [${routes.join(', ')}]`,
    '}',
  ];
}

const certificateText = ({ certFile, keyFile, authorityFile }: Certificate): string =>
  [
    `cert_file: ${quoted(certFile)}`,
    `key_file: ${quoted(keyFile)}`,
    `ca_file: ${quoted(authorityFile)}`,
  ].join(', ');

function accountLines(
  account: string,
  network: Network,
  keys: BrokerPublicKeys,
  { passages, most }: { readonly passages: readonly Passage[]; readonly most: number },
): readonly string[] {
  const exports = passages.filter(({ from }) => from === account).map(exportLine);
  const imports = passages.filter(({ to }) => to === account).map(importLine);
  const members = network.topology.participants.filter((each) => each.account === account);
  const users = members.flatMap((each) => userLines(each, network, keys));
  return [
    `  ${quoted(account)} {`,
    ...(account === HUB_ACCOUNT ? ['    jetstream: enabled'] : []),
    // A department that connects without end would leave no connection to the others.
    `    limits { max_connections: ${Math.max(members.length, 1) * most} }`,
    ...list('exports', exports),
    ...list('imports', imports),
    ...list('users', users),
    '  }',
  ];
}

const exportLine = ({ subject, to, streamed }: Passage): string =>
  `{ service: ${quoted(subject)}, ${streamed ? 'response: stream, ' : ''}accounts: [${quoted(to)}] }`;

const importLine = ({ subject, from }: Passage): string =>
  `{ service: { account: ${quoted(from)}, subject: ${quoted(subject)} } }`;

function userLines(
  participant: Participant,
  network: Network,
  keys: BrokerPublicKeys,
): readonly string[] {
  const token = tokenOf(participant);
  const own = keys[token];
  if (own === undefined) throw new TypeError(`no keys for ${token}`);
  return DUTIES.flatMap((duty) => {
    const { publish, subscribe } = rightsOf(network, participant, duty);
    return [
      `# ${userName(token, duty)}`,
      `{ nkey: ${own[duty]}, permissions: {`,
      `    publish: { allow: ${subjects(publish)} }`,
      `    subscribe: { allow: ${subjects(subscribe)} } } }`,
    ];
  });
}

/** An empty list of permissions would mean everything, so it becomes a refusal of everything. */
function subjects(allowed: readonly string[]): string {
  return `[${(allowed.length === 0 ? ['_NOTHING_'] : allowed).map(quoted).join(', ')}]`;
}

const list = (name: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`    ${name}: [`, ...lines.map((line) => `      ${line}`), '    ]'];

const quoted = (text: string): string => JSON.stringify(text);
