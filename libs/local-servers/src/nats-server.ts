import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ServerProcess } from './server-process.js';

export interface NatsServerOptions {
  readonly binary: string;
  /** Holds the configuration, the log and `store/`; it is made when missing. */
  readonly folder: string;
  readonly port: number;
  /** Text of the configuration file; port, address and store are ours and need not be in it. */
  readonly config?: string;
  /** Folder of the keeper that ends the server when its owner dies. */
  readonly kept?: string;
}

export interface NatsServer {
  readonly url: string;
  readonly port: number;
  readonly storeDir: string;
  readonly logFile: string;
  /** Process id of the running server, undefined while it is stopped. */
  readonly pid: number | undefined;
  /** Starts it, with another configuration when one is given; resolves when clients are accepted. */
  start(config?: string): Promise<void>;
  stop(): Promise<void>;
  /** SIGKILL: nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Deletes the whole store of the stopped server. */
  wipeStore(): void;
  /** Copies the store of the stopped server, so that a later `restoreStore` rolls it back. */
  copyStore(to: string): void;
  restoreStore(from: string): void;
  /** Called when the server ends although nobody stopped it. */
  onUnexpectedEnd(listener: () => void): void;
}

const READY_WITHIN_MS = 30_000;

/** A nats-server with JetStream in a folder of its own, reachable on the loopback address only. */
export function createNatsServer(options: NatsServerOptions): NatsServer {
  const storeDir = join(options.folder, 'store');
  const logFile = join(options.folder, 'nats-server.log');
  const configFile = join(options.folder, 'nats-server.conf');
  const server = new ServerProcess({
    name: 'nats-server',
    logFile,
    kept: options.kept,
    signal: 'SIGTERM',
    readyWithinMs: READY_WITHIN_MS,
    isReady: () => greets(options.port),
  });
  let config = options.config ?? '';

  async function start(newConfig?: string): Promise<void> {
    config = newConfig ?? config;
    mkdirSync(storeDir, { recursive: true });
    writeFileSync(configFile, config, { mode: 0o600 });
    const address = ['--addr', '127.0.0.1', '--port', String(options.port)];
    const args = ['--config', configFile, ...address, '-js', '-sd', storeDir];
    await server.start({ command: options.binary, args });
  }

  function whileStopped(change: () => void): void {
    if (server.pid !== undefined) {
      throw new Error('the store is changed only while nats-server is stopped');
    }
    change();
  }

  const wipeStore = () => {
    rmSync(storeDir, { recursive: true, force: true });
  };

  return {
    url: `nats://127.0.0.1:${options.port}`,
    port: options.port,
    storeDir,
    logFile,
    get pid() {
      return server.pid;
    },
    start,
    stop: () => server.stop(),
    kill: () => server.stop('SIGKILL'),
    async restart() {
      await server.stop();
      await start();
    },
    wipeStore: () => {
      whileStopped(wipeStore);
    },
    copyStore: (to) => {
      whileStopped(() => {
        cpSync(storeDir, to, { recursive: true });
      });
    },
    restoreStore: (from) => {
      whileStopped(() => {
        wipeStore();
        cpSync(from, storeDir, { recursive: true });
      });
    },
    onUnexpectedEnd: (listener) => {
      server.onUnexpectedEnd(listener);
    },
  };
}

/** A nats-server speaks first: its INFO line means that clients are accepted. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(1_000, () => {
      answer(false);
    });
    socket.once('error', () => {
      answer(false);
    });
    socket.once('data', (bytes) => {
      answer(bytes.toString('utf8').startsWith('INFO '));
    });
  });
}
