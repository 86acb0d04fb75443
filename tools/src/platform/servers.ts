import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenOf, type Topology } from '@onewindow/contracts';
import {
  createNatsServer,
  createPostgres,
  findNatsServer,
  freePort,
  type NatsServer,
  type PostgresServer,
} from '@onewindow/local-servers';
import { brokerConfigFor } from './broker-accounts.js';
import type { DataFolder } from './data-folder.js';
import { keepAlive } from './keep-alive.js';
import type { PlatformOptions } from './options.js';
import { platformRefusals } from './refusals.js';

/** The database server and the broker that a platform stands on: ours, or such that run already. */
export interface Servers {
  readonly administratorUrl: string;
  readonly natsUrl: string;
  /** Undefined when the platform uses one that somebody else runs. */
  readonly postgres: PostgresServer | undefined;
  readonly nats: NatsServer | undefined;
  stop(): Promise<void>;
}

/** Small enough for a laptop; durability is PostgreSQL's default, in full. */
export const POSTGRES_SETTINGS = {
  max_connections: '120',
  shared_buffers: '128MB',
  jit: 'off',
  max_wal_size: '1GB',
  // Statements of views hold names; the services tell an error without its contents.
  log_min_error_statement: 'panic',
};

export async function startServers(
  options: PlatformOptions,
  topology: Topology,
  folder: DataFolder,
): Promise<Servers> {
  const tell = options.tell ?? (() => undefined);
  const config = brokerConfigFor(topology, folder);
  const [postgres, nats] = await Promise.all([
    options.databaseUrl === undefined ? startPostgres(folder) : undefined,
    options.natsUrl === undefined
      ? startNats(options, folder, config)
      : useNats(options.natsUrl, topology, folder, config),
  ]);
  const letGo = [
    postgres && keepAlive('PostgreSQL', postgres, tell),
    nats && keepAlive('nats-server', nats, tell),
  ];
  return {
    administratorUrl: options.databaseUrl ?? postgres?.superuserUrl() ?? '',
    natsUrl: options.natsUrl ?? nats?.url ?? '',
    postgres,
    nats,
    stop: async () => {
      for (const each of letGo) each?.();
      await Promise.all([nats?.stop(), postgres?.stop('fast')]);
    },
  };
}

async function startPostgres(folder: DataFolder): Promise<PostgresServer> {
  const port = await freePort();
  const server = createPostgres({
    folder: folder.postgres,
    port,
    settings: POSTGRES_SETTINGS,
    kept: folder.kept,
  });
  await server.start();
  return server;
}

async function startNats(
  { natsServer }: PlatformOptions,
  folder: DataFolder,
  config: string,
): Promise<NatsServer> {
  const binary = await findNatsServer({ named: natsServer, path: process.env['PATH'] });
  const port = await freePort();
  const server = createNatsServer({ binary, folder: folder.nats, port, config, kept: folder.kept });
  await server.start();
  return server;
}

/** Leaves our accounts for the operator of that server and makes sure that they are loaded there. */
async function useNats(
  url: string,
  topology: Topology,
  folder: DataFolder,
  config: string,
): Promise<undefined> {
  mkdirSync(folder.nats, { recursive: true });
  const file = join(folder.nats, 'nats-server.conf');
  writeFileSync(file, config);
  const [participant] = topology.participants.map(tokenOf);
  if (participant === undefined) return;
  const { connect, nkeyAuthenticator } = await import('@nats-io/transport-node');
  const seed = readFileSync(folder.secret(participant, 'commands.seed'));
  try {
    const connection = await connect({
      servers: url.split(','),
      authenticator: nkeyAuthenticator(seed),
    });
    await connection.close();
  } catch (error) {
    const message = `${file}: ${(error as Error).message}`;
    throw platformRefusals.refuse('broker-not-usable', [
      { rule: 'broker-usable', path: 'NATS_URL', message: { zh: message, en: message } },
    ]);
  }
}
