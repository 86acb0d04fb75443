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
  readonly cluster?: {
    readonly name: string;
    readonly listen: string;
    readonly routes: readonly string[];
  };
}

const SYSTEM_ACCOUNT = 'SYS';
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
  return [
    ...serverLines(options),
    `system_account: ${SYSTEM_ACCOUNT}`,
    'accounts {',
    `  ${SYSTEM_ACCOUNT} {}`,
    ...accounts.flatMap((account) => accountLines(account, network, keys, passages)),
    '}',
    '',
  ].join('\n');
}

function serverLines(options: BrokerConfigOptions): readonly string[] {
  const { serverName, listen, storeDir, monitor, cluster } = options;
  return [
    ...(serverName === undefined ? [] : [`server_name: ${quoted(serverName)}`]),
    ...(listen === undefined ? [] : [`listen: ${quoted(listen)}`]),
    ...(monitor === undefined ? [] : [`http: ${quoted(monitor)}`]),
    `max_payload: ${MAX_PAYLOAD_BYTES}`,
    'max_control_line: 4KB',
    'max_subscriptions: 100000',
    'write_deadline: "5s"',
    ...(storeDir === undefined ? [] : [`jetstream { store_dir: ${quoted(storeDir)} }`]),
    ...(cluster === undefined
      ? []
      : [
          `cluster { name: ${quoted(cluster.name)}, listen: ${quoted(cluster.listen)}, routes: [${cluster.routes
            .map(quoted)
            .join(', ')}] }`,
        ]),
  ];
}

function accountLines(
  account: string,
  network: Network,
  keys: BrokerPublicKeys,
  passages: readonly Passage[],
): readonly string[] {
  const exports = passages.filter(({ from }) => from === account).map(exportLine);
  const imports = passages.filter(({ to }) => to === account).map(importLine);
  const users = network.topology.participants
    .filter((each) => each.account === account)
    .flatMap((each) => userLines(each, network, keys));
  return [
    `  ${quoted(account)} {`,
    ...(account === HUB_ACCOUNT ? ['    jetstream: enabled'] : []),
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
