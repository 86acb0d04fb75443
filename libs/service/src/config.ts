import type { GatewayKeys } from '@onewindow/bus';
import {
  participantBy,
  type Participant,
  type ParticipantToken,
  type JournalService,
  type Topology,
} from '@onewindow/contracts';
import { Ed25519Seal, type SealKey } from '@onewindow/documents';
import { instantOf, Refusal, type Instant, type UnmetRule } from '@onewindow/kernel';
import { databaseSetting, type DatabaseAccess } from './database-setting.js';
import { DEFAULT_PLACE_RULES, placeRulesFrom, type PlaceRules } from './place-rules.js';
import {
  address,
  addresses,
  contentOf,
  countFrom1,
  fileSetting,
  flag,
  json,
  NotUsable,
  oneOf,
  port,
  setting,
  text,
} from './setting-kinds.js';
import { mistake, mistakesAsText, readSettings, type Environment } from './settings.js';
import { topologyFrom } from './topology-file.js';

/** Everything a service process is told, read once at its start. */
export interface ServiceConfig {
  /** `production` refuses a simulated clock, fault points and passwords in the environment. */
  readonly mode: 'production' | 'demonstration' | 'test';
  readonly self: ParticipantToken;
  readonly participant: Participant;
  readonly topology: Topology;
  /** The runtime role: it may change what the journal allows it to, and no table's shape. */
  readonly database: DatabaseAccess;
  /** The role that owns the tables and runs the migrations. */
  readonly databaseOwner: DatabaseAccess;
  readonly natsUrl: string;
  /** Private nkey seeds; commands and events are two users of the broker (a reply must not reach an event subject). */
  readonly commandSeed: string;
  readonly eventSeed: string;
  readonly gatewayKeys: GatewayKeys;
  /** 0 takes a free port. */
  readonly healthPort: number;
  readonly clock: ClockSetting;
  readonly faults: boolean;
  /** Requests of one department handled at once. */
  readonly requestsOfDepartment: number;
  readonly logLevel: LogLevel;
  readonly place: PlaceRules;
  /** Where the gateway keeps uploads; null where a service reads none. */
  readonly filesFolder: string | null;
  /** With which the service seals its papers; empty where it seals none. */
  readonly sealKeys: readonly SealKey[];
  /** How people reach the platform, for what is printed; null where a service prints nothing. */
  readonly publicUrl: URL | null;
}

export type ClockSetting =
  { readonly kind: 'host' } | { readonly kind: 'simulated'; readonly start: Instant };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment of this process. */
export const environment = (): Environment => process.env;

/** `EX_CONFIG` of sysexits.h: starting again would not help, a supervisor should not try. */
export const EXIT_CODE_OF_MISTAKES = 78;

/** Reads a configuration; where it is not usable, lists every mistake on standard error and ends the process. */
export function configuredOrExit<Config>(read: () => Config): Config {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${mistakesAsText(error)}\n`);
    return process.exit(EXIT_CODE_OF_MISTAKES);
  }
}

const HOST_CLOCK = { kind: 'host' } as const;

/** Throws the refusal `configuration-not-usable` with every mistake. */
export function readServiceConfig(service: JournalService, from: Environment): ServiceConfig {
  const read = readSettings(from, settings, [
    ({ participant, topology }) => strangers(service, participant, topology),
    ({ mode, clock, faults }) => (mode === 'production' ? notInProduction(clock, faults) : []),
    ({ mode, database, databaseOwner }) =>
      mode === 'production' ? openPasswords([database, databaseOwner]) : [],
    ({ clock, clockStart }) => (clock === 'simulated' && clockStart === null ? [NO_START] : []),
  ]);
  const { participant: self, clock, clockStart, ...rest } = read;
  const simulated = clock === 'simulated' && clockStart !== null;
  return Object.freeze({
    ...rest,
    self: self as ParticipantToken,
    participant: participantBy(rest.topology, self) as Participant,
    clock: simulated ? ({ kind: 'simulated', start: clockStart } as const) : HOST_CLOCK,
  });
}

const settings = {
  mode: setting<ServiceConfig['mode']>('OW_MODE', oneOf('production', 'demonstration', 'test'), {
    default: 'production',
  }),
  participant: setting('OW_PARTICIPANT', text),
  topology: fileSetting('OW_TOPOLOGY_FILE', topologyFrom),
  database: databaseSetting('OW_DATABASE'),
  databaseOwner: databaseSetting('OW_DATABASE_OWNER'),
  natsUrl: setting('OW_NATS_URL', addresses('nats:', 'tls:')),
  commandSeed: fileSetting('OW_NATS_COMMAND_SEED_FILE', text),
  eventSeed: fileSetting('OW_NATS_EVENT_SEED_FILE', text),
  gatewayKeys: fileSetting('OW_GATEWAY_KEYS_FILE', gatewayKeysFrom),
  healthPort: setting('OW_HEALTH_PORT', port),
  clock: setting('OW_CLOCK', oneOf('host', 'simulated'), { default: 'host' }),
  clockStart: setting<Instant | null>('OW_CLOCK_START', instantOf, { default: null }),
  faults: setting('OW_FAULTS', flag, { default: false }),
  requestsOfDepartment: setting('OW_REQUESTS_OF_DEPARTMENT', countFrom1, { default: 64 }),
  logLevel: setting<LogLevel>('OW_LOG_LEVEL', oneOf(...LOG_LEVELS), { default: 'info' }),
  filesFolder: setting<string | null>('OW_FILES_DIR', text, { default: null }),
  sealKeys: fileSetting<readonly SealKey[]>('OW_SEAL_KEYS_FILE', sealKeysFrom, { default: [] }),
  publicUrl: setting<URL | null>('OW_PUBLIC_URL', address('http:', 'https:'), { default: null }),
  place: setting('OW_PLACE_FILE', (path) => placeRulesFrom(json(contentOf(path))), {
    default: DEFAULT_PLACE_RULES,
  }),
} as const;

function sealKeysFrom(from: string): readonly SealKey[] {
  const { keys } = JSON.parse(from) as { readonly keys?: readonly SealKey[] };
  const isList = Array.isArray(keys) && keys.length > 0;
  if (isList && canSeal(keys as readonly SealKey[])) return keys as readonly SealKey[];
  throw new NotUsable({
    zh: '应为含 Ed25519 私钥的 JWKS，每个密钥有 kid，可用 agency 指明机关。',
    en: 'must be a JWKS of private Ed25519 keys, each with a kid and, if it is of one agency alone, its agency.',
  });
}

function canSeal(keys: readonly SealKey[]): boolean {
  try {
    const isNamed = keys.every(({ kid }) => typeof kid === 'string');
    return isNamed && new Ed25519Seal(keys) instanceof Ed25519Seal;
  } catch {
    return false;
  }
}

function gatewayKeysFrom(from: string): GatewayKeys {
  const { keys } = JSON.parse(from) as Partial<GatewayKeys>;
  if (Array.isArray(keys) && keys.length > 0) return { keys };
  throw new NotUsable({ zh: '应为含公钥的 JWKS。', en: 'must be a JWKS that holds public keys.' });
}

function strangers(
  service: JournalService,
  self: string | undefined,
  topology: Topology | undefined,
): readonly UnmetRule[] {
  if (self === undefined || topology === undefined) return [];
  if (participantBy(topology, self)?.service === service) return [];
  const message = {
    zh: `“${self}”不是参与清单中 ${service} 的实例。`,
    en: `"${self}" is not an instance of ${service} in the topology.`,
  };
  return [mistake('participant-known', 'OW_PARTICIPANT', message)];
}

function notInProduction(clock: string | undefined, faults: boolean | undefined): UnmetRule[] {
  const zh = '生产环境不允许。';
  const en = 'is refused in production.';
  return [
    ...(clock === 'simulated' ? [mistake('not-in-production', 'OW_CLOCK', { zh, en })] : []),
    ...(faults === true ? [mistake('not-in-production', 'OW_FAULTS', { zh, en })] : []),
  ];
}

const openPasswords = (databases: readonly (DatabaseAccess | undefined)[]): UnmetRule[] =>
  databases.flatMap((each) =>
    each?.passwordInEnvironment === true
      ? [
          mistake('secrets-by-file', each.variable, {
            zh: `生产环境的口令应放在文件中，由 ${each.passwordFileVariable} 指明。`,
            en: `in production the password belongs in a file named by ${each.passwordFileVariable}.`,
          }),
        ]
      : [],
  );

const NO_START = mistake('clock-start-present', 'OW_CLOCK_START', {
  zh: '模拟时钟需要起始时刻。',
  en: 'a simulated clock needs an instant to start at.',
});
