import { delimiter, join } from 'node:path';
import { tokenOf, type Participant, type ParticipantToken } from '@onewindow/contracts';
import { workspaceRoot } from '@onewindow/local-servers';
import type { DataFolder } from './data-folder.js';
import type { ServiceDatabase } from './databases.js';
import { SEAL_KEYS } from './seal-keys.js';
import type { PlatformOptions } from './options.js';

/** What the processes of one platform share. */
export interface Surroundings {
  readonly options: PlatformOptions;
  readonly folder: DataFolder;
  readonly natsUrl: string;
  readonly httpPort: number;
  readonly databases: ReadonlyMap<ParticipantToken, ServiceDatabase>;
  readonly gatewayKeyFiles: ReadonlyMap<ParticipantToken, string>;
}

/** The environment of one process: what its configuration names, and from ours only what every program needs. */
export function environmentOf(
  participant: Participant,
  healthPort: number,
  surroundings: Surroundings,
): Record<string, string> {
  const token = tokenOf(participant);
  const { options, folder, natsUrl } = surroundings;
  return {
    ...inherited(process.env),
    NODE_ENV: 'production',
    // Every start compiles a thousand modules anew, a third of its processor time, unless the one before kept what it compiled.
    NODE_COMPILE_CACHE: join(workspaceRoot(), '.onewindow', 'compiled'),
    OW_MODE: options.faults === true ? 'test' : 'demonstration',
    OW_PARTICIPANT: token,
    OW_NATS_URL: natsUrl,
    OW_NATS_COMMAND_SEED_FILE: folder.secret(token, 'commands.seed'),
    OW_NATS_EVENT_SEED_FILE: folder.secret(token, 'events.seed'),
    OW_TOPOLOGY_FILE: folder.topology,
    OW_GATEWAY_KEYS_FILE: folder.gatewayKeys,
    OW_HEALTH_PORT: String(healthPort),
    OW_LOG_LEVEL: options.logLevel ?? 'info',
    ...(options.placeFile === undefined ? {} : { OW_PLACE_FILE: options.placeFile }),
    ...(options.faults === true ? { OW_FAULTS: '1' } : {}),
    ...clockSettings(options),
    ...databaseSettings(surroundings.databases.get(token)),
    ...paperSettings(participant, surroundings),
    ...gatewaySettings(token, surroundings),
    ...options.environment,
  };
}

function clockSettings({ clock = 'host' }: PlatformOptions): Record<string, string> {
  if (clock === 'host') return { OW_CLOCK: 'host' };
  return { OW_CLOCK: 'simulated', OW_CLOCK_START: clock.simulated };
}

function databaseSettings(database: ServiceDatabase | undefined): Record<string, string> {
  if (database === undefined) return {};
  return {
    OW_DATABASE_URL: database.url,
    OW_DATABASE_PASSWORD_FILE: database.passwordFile,
    OW_DATABASE_OWNER_URL: database.ownerUrl,
    OW_DATABASE_OWNER_PASSWORD_FILE: database.ownerPasswordFile,
  };
}

/** Intake reads uploads, and prints and seals papers. */
function paperSettings(
  participant: Participant,
  surroundings: Surroundings,
): Record<string, string> {
  if (participant.service !== 'intake') return {};
  const { folder } = surroundings;
  return {
    OW_FILES_DIR: folder.files,
    OW_SEAL_KEYS_FILE: folder.secret(tokenOf(participant), SEAL_KEYS),
    OW_PUBLIC_URL: publicUrlOf(surroundings),
  };
}

const publicUrlOf = ({ options, httpPort }: Surroundings): string =>
  options.publicUrl ?? `http://${options.httpHost ?? '127.0.0.1'}:${httpPort}`;

function gatewaySettings(
  token: ParticipantToken,
  surroundings: Surroundings,
): Record<string, string> {
  const { options, folder, httpPort, gatewayKeyFiles } = surroundings;
  const keyFile = gatewayKeyFiles.get(token);
  if (keyFile === undefined) return {};
  const host = options.httpHost ?? '127.0.0.1';
  return {
    OW_HTTP_HOST: host,
    OW_HTTP_PORT: String(httpPort),
    OW_PUBLIC_URL: publicUrlOf(surroundings),
    OW_ACCOUNTS_FILE: folder.accounts,
    OW_GATEWAY_KEY_FILE: keyFile,
    OW_FILES_DIR: folder.files,
    OW_PORTAL_DIR: join(workspaceRoot(), 'apps', 'portal', 'dist'),
  };
}

/** Our own settings are not handed down: a service's configuration is what stands above and nothing else. */
function inherited(from: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['PATH', 'HOME', 'LANG', 'TMPDIR'];
  const found = names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]));
  return { PATH: ['/usr/bin', '/bin'].join(delimiter), ...Object.fromEntries(found) } as Record<
    string,
    string
  >;
}
