import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initialise } from './postgres-cluster.js';
import { endLeftover, isReady } from './postgres-pid.js';
import { postgresBinaries } from './postgres-binaries.js';
import { ServerProcess } from './server-process.js';
import { invocationAs, unprivilegedIdentity } from './unprivileged.js';

export interface PostgresOptions {
  /** Holds `data/`, the log and the superuser's password; it is made when missing. */
  readonly folder: string;
  readonly port: number;
  /** Server settings beside ours, as in postgresql.conf: `{ max_connections: '200' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder of the keeper that ends the server when its owner dies. */
  readonly kept?: string;
}

/** `fast` ends sessions and shuts down cleanly; `immediate` is a crash: the next start recovers from the log. */
export type StopMode = 'fast' | 'immediate';

export interface PostgresServer {
  readonly port: number;
  readonly logFile: string;
  /** Process id of the running server, undefined while it is stopped. */
  readonly pid: number | undefined;
  /** Starts it, the first time by making the cluster; resolves when it accepts connections. */
  start(): Promise<void>;
  stop(mode?: StopMode): Promise<void>;
  restart(mode?: StopMode): Promise<void>;
  /** A connection URL of the superuser for one database. */
  superuserUrl(database?: string): string;
  /** Called when the server ends although nobody stopped it. */
  onUnexpectedEnd(listener: () => void): void;
}

const READY_WITHIN_MS = 60_000;
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** An embedded PostgreSQL in a folder: durable as PostgreSQL is by default, reachable on the loopback address only. */
export function createPostgres(options: PostgresOptions): PostgresServer {
  const dataFolder = join(options.folder, 'data');
  const logFile = join(options.folder, 'postgres.log');
  const passwordFile = join(options.folder, 'superuser-password');
  const server = new ServerProcess({
    name: 'PostgreSQL',
    logFile,
    kept: options.kept,
    signal: SIGNALS.fast,
    readyWithinMs: READY_WITHIN_MS,
    isReady: (pid) => isReady(dataFolder, pid),
  });

  async function start(): Promise<void> {
    mkdirSync(options.folder, { recursive: true });
    const { initdb, postgres } = await postgresBinaries();
    const identity = unprivilegedIdentity(dataFolder);
    const password = passwordIn(passwordFile);
    if (!existsSync(join(dataFolder, 'PG_VERSION'))) {
      const isDurable = options.settings?.['fsync'] !== 'off';
      initialise({ initdb, dataFolder, password, identity, isDurable });
    }
    await endLeftover(dataFolder);
    const args = serverArgs(dataFolder, options);
    await server.start(invocationAs(identity, postgres, args, [options.folder, postgres]));
  }

  return {
    port: options.port,
    logFile,
    get pid() {
      return server.pid;
    },
    start,
    stop: (mode = 'fast') => server.stop(SIGNALS[mode]),
    async restart(mode = 'fast') {
      await server.stop(SIGNALS[mode]);
      await start();
    },
    superuserUrl: (database = 'postgres') =>
      `postgresql://postgres:${passwordIn(passwordFile)}@127.0.0.1:${options.port}/${database}`,
    onUnexpectedEnd: (listener) => {
      server.onUnexpectedEnd(listener);
    },
  };
}

function serverArgs(dataFolder: string, { port, settings = {} }: PostgresOptions): string[] {
  const ours = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const flags = Object.entries(ours).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataFolder, '-p', String(port), ...flags];
}

function passwordIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
