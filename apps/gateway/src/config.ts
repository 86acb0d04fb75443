import { ActorTokenSigner } from '@onewindow/bus';
import {
  participantBy,
  type Participant,
  type ParticipantToken,
  type Topology,
} from '@onewindow/contracts';
import type { UnmetRule } from '@onewindow/kernel';
import {
  address,
  addresses,
  type Environment,
  fileSetting,
  LOG_LEVELS,
  type LogLevel,
  mistake,
  oneOf,
  port,
  readSettings,
  setting,
  text,
  topologyFrom,
} from '@onewindow/service/process';
import type { JWK } from 'jose';
import { networks, wholeNumber } from './number-settings.js';
import { type PortalBuild, portalBuild } from './pages/portal-build.js';
import { accountsFrom } from './sign-in/accounts-file.js';
import type { LocalAccount } from './sign-in/local-accounts.js';

/** Everything a gateway process is told, read once at its start. */
export interface GatewayConfig {
  /** `production` refuses the accounts of the demonstration. */
  readonly mode: 'production' | 'demonstration' | 'test';
  readonly self: ParticipantToken;
  readonly participant: Participant;
  readonly topology: Topology;
  /** One URL, or several of a cluster separated by commas. */
  readonly natsUrl: string;
  readonly commandSeed: string;
  /** 0 takes a free port. */
  readonly healthPort: number;
  readonly logLevel: LogLevel;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** How people reach the gateway; behind a proxy another address than the one it listens on. */
  readonly publicUrl: URL;
  /** Proxies whose `X-Forwarded-For` is believed; empty where people connect directly. */
  readonly trustedProxies: readonly string[];
  readonly accounts: readonly LocalAccount[];
  /** Signs sessions, actor tokens and receipts of uploads. */
  readonly key: JWK;
  readonly filesFolder: string;
  /** The pages that are served beside the interface; without them there is the interface alone. */
  readonly portal?: PortalBuild | undefined;
  /** Bytes of one uploaded file. */
  readonly uploadLimit: number;
  readonly limits: Limits;
}

/** How much one person or one address may ask for. */
export interface Limits {
  /** Requests of one signed-in person in ten seconds. */
  readonly person: number;
  /** Requests without a session from one address in ten seconds. */
  readonly address: number;
  /** Failed sign-ins in five minutes for one account from one address. */
  readonly signIn: number;
  /** Live streams that one person may hold open. */
  readonly streamsOfPerson: number;
  /** Live streams that may be open from one address without a session: many people may stand behind it. */
  readonly streamsOfAddress: number;
  readonly streams: number;
}

/** Throws the refusal `configuration-not-usable` with every mistake. */
export function readGatewayConfig(from: Environment): GatewayConfig {
  const read = readSettings(from, settings, [
    ({ participant, topology }) => strangers(participant, topology),
    ({ participant, key }) => foreignKey(participant, key),
    ({ mode, accounts }) => (mode === 'production' ? ofDemonstration(accounts) : []),
  ]);
  const { participant: self, person, address: ofAddress, signIn, ...rest } = read;
  const { streamsOfPerson, streamsOfAddress, streams, ...others } = rest;
  return Object.freeze({
    ...others,
    self: self as ParticipantToken,
    participant: participantBy(rest.topology, self) as Participant,
    limits: { person, address: ofAddress, signIn, streamsOfPerson, streamsOfAddress, streams },
  });
}

const MEBIBYTE = 1024 * 1024;

const settings = {
  mode: setting<GatewayConfig['mode']>('OW_MODE', oneOf('production', 'demonstration', 'test'), {
    default: 'production',
  }),
  participant: setting('OW_PARTICIPANT', text),
  topology: fileSetting('OW_TOPOLOGY_FILE', topologyFrom),
  natsUrl: setting('OW_NATS_URL', addresses('nats:', 'tls:')),
  commandSeed: fileSetting('OW_NATS_COMMAND_SEED_FILE', text),
  healthPort: setting('OW_HEALTH_PORT', port),
  logLevel: setting<LogLevel>('OW_LOG_LEVEL', oneOf(...LOG_LEVELS), { default: 'info' }),
  host: setting('OW_HTTP_HOST', text, { default: '127.0.0.1' }),
  port: setting('OW_HTTP_PORT', port),
  publicUrl: setting('OW_PUBLIC_URL', address('http:', 'https:')),
  trustedProxies: setting<readonly string[]>('OW_TRUSTED_PROXIES', networks, { default: [] }),
  accounts: fileSetting('OW_ACCOUNTS_FILE', accountsFrom),
  key: fileSetting('OW_GATEWAY_KEY_FILE', (from) => JSON.parse(from) as JWK),
  filesFolder: setting('OW_FILES_DIR', text),
  portal: setting<PortalBuild | undefined>('OW_PORTAL_DIR', portalBuild, { default: undefined }),
  uploadLimit: setting('OW_UPLOAD_LIMIT_BYTES', wholeNumber(1, 1024 * MEBIBYTE), {
    default: 20 * MEBIBYTE,
  }),
  person: setting('OW_RATE_LIMIT_PERSON', wholeNumber(1), { default: 300 }),
  address: setting('OW_RATE_LIMIT_ADDRESS', wholeNumber(1), { default: 300 }),
  signIn: setting('OW_SIGN_IN_LIMIT', wholeNumber(1), { default: 10 }),
  streamsOfPerson: setting('OW_STREAMS_PER_PERSON', wholeNumber(1), { default: 10 }),
  streamsOfAddress: setting('OW_STREAMS_PER_ADDRESS', wholeNumber(1), { default: 50 }),
  streams: setting('OW_STREAMS', wholeNumber(1), { default: 500 }),
} as const;

function strangers(self: string | undefined, topology: Topology | undefined): UnmetRule[] {
  if (self === undefined || topology === undefined) return [];
  if (participantBy(topology, self)?.service === 'gateway') return [];
  const message = {
    zh: `“${self}”不是参与清单中的网关实例。`,
    en: `"${self}" is not a gateway of the topology.`,
  };
  return [mistake('participant-known', 'OW_PARTICIPANT', message)];
}

/** Services believe a key only of the gateway that its id names. */
function foreignKey(self: string | undefined, key: JWK | undefined): UnmetRule[] {
  if (self === undefined || key === undefined) return [];
  const isOwn = key.kid?.startsWith(`${self}.`) === true && canSign(key);
  if (isOwn) return [];
  const message = {
    zh: `不是 ${self} 的 Ed25519 私钥。`,
    en: `is not the private Ed25519 key of ${self}.`,
  };
  return [mistake('key-usable', 'OW_GATEWAY_KEY_FILE', message)];
}

/** Their passwords are shown to whoever starts the demonstration. */
function ofDemonstration(accounts: readonly LocalAccount[] = []): UnmetRule[] {
  const found = accounts.filter(({ demonstration }) => demonstration === true);
  if (found.length === 0) return [];
  const message = {
    zh: `含演示账号（${found.length} 个），生产模式不予使用；请以全新的数据卷另建平台。`,
    en: `holds ${found.length} demonstration accounts, which production does not take: set up a platform of its own, with nothing kept of the demonstration.`,
  };
  return [mistake('accounts-not-of-a-demonstration', 'OW_ACCOUNTS_FILE', message)];
}

function canSign(key: JWK): boolean {
  try {
    return key.d !== undefined && new ActorTokenSigner(key) instanceof ActorTokenSigner;
  } catch {
    return false;
  }
}
