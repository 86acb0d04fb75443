import { mkdirSync, writeFileSync } from 'node:fs';
import { participantBy, tokenOf, type ParticipantToken } from '@onewindow/contracts';
import {
  endKept,
  freePort,
  startKeeper,
  type NatsServer,
  type PostgresServer,
} from '@onewindow/local-servers';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import { makeAccounts, type SignIn } from './accounts.js';
import { openDataFolder, type DataFolder } from './data-folder.js';
import { makeDatabases } from './databases.js';
import { lockFolder } from './folder-lock.js';
import { makeGatewayKeys } from './gateway-keys.js';
import { journalKeepers } from './journal-keepers.js';
import { makeSealKeys } from './seal-keys.js';
import type { PlatformOptions } from './options.js';
import { programOf } from './programs.js';
import { startServers, type Servers } from './servers.js';
import { createServiceProcess, type ServiceProcess } from './service-process.js';

/** A running platform: one city's services, each as its own process, and the servers below them. */
export interface Platform {
  /** Where the gateway answers. */
  readonly url: string;
  readonly folder: DataFolder;
  readonly accounts: readonly SignIn[];
  /** By participant token: `approval-bureau`. */
  readonly services: ReadonlyMap<ParticipantToken, ServiceProcess>;
  /** Undefined when the platform uses servers that somebody else runs. */
  readonly nats: NatsServer | undefined;
  readonly postgres: PostgresServer | undefined;
  /** Resolves when every service says again that it is ready, after a fault for instance. */
  ready(withinMs?: number): Promise<void>;
  /** Starts a second process of a participant beside the first: services may run many times. */
  startTwin(token: ParticipantToken): Promise<ServiceProcess>;
  /** Stops everything, the doors first; resolves within ten seconds. */
  readonly stop: () => Promise<void>;
}

const DOORS_WITHIN_MS = 2_500;
const SERVICES_WITHIN_MS = 4_500;

/** Starts the whole platform on this machine and resolves when every service is ready. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const folder = openDataFolder(options.dataDir);
  const lock = await lockFolder(folder.running, () => new Date());
  await endKept(folder.kept);
  const keeper = startKeeper(folder.kept);
  const started: Started = { processes: [] };
  const stop = once(async () => {
    lock.noteStopping();
    await stopAll(started);
    keeper.close();
    lock.release();
  });
  try {
    const platform = await raise(options, folder, started);
    lock.note(platform.url);
    return { ...platform, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What has come up so far, so that a start that fails half-way leaves nothing behind. */
interface Started {
  servers?: Servers;
  processes: ServiceProcess[];
}

async function raise(
  options: PlatformOptions,
  folder: DataFolder,
  started: Started,
): Promise<Omit<Platform, 'stop'>> {
  const topology = options.topology ?? CITY_TOPOLOGY;
  const { participants } = topology;
  writeFileSync(folder.topology, JSON.stringify(topology, null, 2));
  mkdirSync(folder.kept, { recursive: true });
  const tokensOf = (services: readonly string[]) =>
    participants.filter(({ service }) => services.includes(service)).map(tokenOf);
  const gatewayKeyFiles = await makeGatewayKeys(tokensOf(['gateway']), folder);
  for (const token of tokensOf(['intake'])) makeSealKeys(token, folder);
  const [servers, accounts, httpPort] = await Promise.all([
    startServers(options, topology, folder).then((servers) => (started.servers = servers)),
    makeAccounts(options.accounts ?? DEMONSTRATION_ACCOUNTS, folder),
    options.httpPort ?? freePort(),
  ]);
  const { administratorUrl, natsUrl } = servers;
  const databases = await makeDatabases(
    administratorUrl,
    journalKeepers(topology).map(tokenOf),
    folder,
  );
  const surroundings = { options, folder, natsUrl, httpPort, databases, gatewayKeyFiles };
  const programs = await Promise.all(
    participants.map((participant) => programOf(participant, surroundings)),
  );
  const processes = programs.map(createServiceProcess);
  started.processes = [...processes];
  await Promise.all(processes.map((each) => each.start()));
  return {
    url: `http://${options.httpHost ?? '127.0.0.1'}:${httpPort}`,
    folder,
    accounts,
    services: new Map(processes.map((each) => [each.name as ParticipantToken, each])),
    nats: servers.nats,
    postgres: servers.postgres,
    startTwin: async (token) => {
      const participant = participantBy(topology, token);
      if (participant === undefined) throw new TypeError(`${token} takes no part`);
      const twin = createServiceProcess(await programOf(participant, surroundings));
      started.processes.push(twin);
      await twin.start();
      return twin;
    },
    ready: async (withinMs) => {
      await Promise.all(processes.map((each) => each.ready(withinMs)));
    },
  };
}

/** The doors first, so that nothing new comes in; then the services, which still need the servers; those last. */
async function stopAll({ processes, servers }: Started): Promise<void> {
  const doors = processes.filter(({ name }) => name.startsWith('gateway-'));
  await Promise.all(doors.map((each) => each.stop(DOORS_WITHIN_MS)));
  await Promise.all(processes.map((each) => each.stop(SERVICES_WITHIN_MS)));
  await servers?.stop();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
