import { spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { keep, release } from './keeper.js';
import { endProcess, isRunning, signalProcess } from './processes.js';
import { until } from './until.js';

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
  const unexpectedEnd: (() => void)[] = [];
  let config = options.config ?? '';
  let pid: number | undefined;
  let isWanted = false;

  async function start(newConfig?: string): Promise<void> {
    if (pid !== undefined) throw new Error('nats-server runs already');
    config = newConfig ?? config;
    mkdirSync(storeDir, { recursive: true });
    writeFileSync(configFile, config, { mode: 0o600 });
    const log = openSync(logFile, 'a');
    const address = ['--addr', '127.0.0.1', '--port', String(options.port)];
    const child = spawn(
      options.binary,
      ['--config', configFile, ...address, '-js', '-sd', storeDir],
      {
        stdio: ['ignore', log, log],
        detached: true,
      },
    );
    closeSync(log);
    child.unref();
    const started = child.pid;
    if (started === undefined) throw new Error(`cannot run ${options.binary}`);
    pid = started;
    isWanted = true;
    if (options.kept !== undefined) keep(options.kept, started);
    child.once('exit', () => {
      if (options.kept !== undefined) release(options.kept, started);
      if (pid !== started) return;
      pid = undefined;
      if (isWanted) for (const listener of unexpectedEnd) listener();
    });
    await until(async () => !isRunning(started) || (await greets(options.port)), READY_WITHIN_MS);
    if (!isRunning(started)) throw new Error(`nats-server did not start:\n${tailOf(logFile)}`);
  }

  async function end(by: (running: number) => Promise<unknown>): Promise<void> {
    isWanted = false;
    const running = pid;
    if (running === undefined) return;
    await by(running);
    pid = undefined;
  }

  const stop = () => end((running) => endProcess(running, 'SIGTERM'));

  function whileStopped(change: () => void): void {
    if (pid !== undefined)
      throw new Error('the store is changed only while nats-server is stopped');
    change();
  }

  return {
    url: `nats://127.0.0.1:${String(options.port)}`,
    port: options.port,
    storeDir,
    logFile,
    get pid() {
      return pid;
    },
    start,
    stop,
    kill: () =>
      end(async (running) => {
        signalProcess(running, 'SIGKILL');
        await until(() => !isRunning(running), 5_000);
      }),
    async restart() {
      await stop();
      await start();
    },
    wipeStore: () => {
      whileStopped(() => {
        rmSync(storeDir, { recursive: true, force: true });
      });
    },
    copyStore: (to) => {
      whileStopped(() => {
        cpSync(storeDir, to, { recursive: true });
      });
    },
    restoreStore: (from) => {
      whileStopped(() => {
        rmSync(storeDir, { recursive: true, force: true });
        cpSync(from, storeDir, { recursive: true });
      });
    },
    onUnexpectedEnd: (listener) => {
      unexpectedEnd.push(listener);
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

const tailOf = (file: string): string =>
  readFileSync(file, 'utf8').split('\n').slice(-12).join('\n');
