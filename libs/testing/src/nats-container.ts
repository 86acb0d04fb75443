import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NatsServer } from '@onewindow/local-servers';
import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers';
import type { StartedTestContainer } from 'testcontainers';
import { containerLabels } from './spec-servers.js';

const IMAGE = process.env['NATS_IMAGE'] ?? 'nats:2.12-alpine';
const STOPPED_WITHIN_MS = 10_000;
const CLIENT_PORT = 4222;

export interface NatsContainerOptions {
  /** Holds the configuration and the store, on this machine: a spec copies and deletes what is in it. */
  readonly folder: string;
  /** On this machine; the same again after a restart. */
  readonly port: number;
  readonly config: string;
}

/** A nats-server with JetStream in a container; its process belongs to Docker, its store lies in a folder of this machine. */
export function createNatsContainer(options: NatsContainerOptions): NatsServer {
  const { folder, port } = options;
  const storeDir = join(folder, 'store');
  const configFile = join(folder, 'nats-server.conf');
  const logFile = join(folder, 'nats-server.log');
  let config = options.config;
  let running: { readonly container: StartedTestContainer; readonly pid: number } | undefined;

  async function start(newConfig?: string): Promise<void> {
    config = newConfig ?? config;
    mkdirSync(storeDir, { recursive: true });
    writeFileSync(configFile, config);
    const container = await new GenericContainer(IMAGE)
      .withLabels(containerLabels())
      .withUser(`${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`)
      .withBindMounts([{ source: folder, target: folder }])
      .withExposedPorts({ container: CLIENT_PORT, host: port })
      .withCommand(['--config', configFile, '--port', String(CLIENT_PORT), '-js', '-sd', storeDir])
      .withWaitStrategy(Wait.forLogMessage(/Server is ready/))
      .start();
    running = { container, pid: await pidOf(container) };
  }

  async function stop(): Promise<void> {
    const { container } = running ?? {};
    running = undefined;
    await container?.stop({ timeout: STOPPED_WITHIN_MS });
  }

  function whileStopped(change: () => void): void {
    if (running !== undefined) {
      throw new Error('the store is changed only while nats-server is stopped');
    }
    change();
  }

  const wipeStore = () => {
    rmSync(storeDir, { recursive: true, force: true });
  };

  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    storeDir,
    logFile,
    get pid() {
      return running?.pid;
    },
    start,
    stop,
    async kill() {
      const { container } = running ?? {};
      if (container === undefined) return;
      const { container: containers } = await getContainerRuntimeClient();
      await containers.getById(container.getId()).kill({ signal: 'SIGKILL' });
      await stop();
    },
    async restart() {
      await stop();
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
    // Nobody but the spec ends it: Docker keeps it running otherwise.
    onUnexpectedEnd: () => undefined,
  };
}

async function pidOf(container: StartedTestContainer): Promise<number> {
  const { container: containers } = await getContainerRuntimeClient();
  const { State } = await containers.getById(container.getId()).inspect();
  return State.Pid;
}
