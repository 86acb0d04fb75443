import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createNatsServer, freePort } from '@onewindow/local-servers';
import type { NatsServer } from '@onewindow/local-servers';
import { fromSetUp, inContainers, SPEC_FOLDER, SPEC_NATS_SERVER } from './spec-servers.js';

export interface SpecNatsServer extends Omit<NatsServer, 'stop'> {
  /** Ends the server for good and removes its folder; `kill` and `restart` keep it. */
  stop(): Promise<void>;
  /** Ends the server gently and keeps its store, for a later `start`. */
  pause(): Promise<void>;
}

export interface SpecNatsOptions {
  /** Full text of the configuration file (accounts, users, limits); port and store are set beside it. */
  readonly config?: string;
}

/** A nats-server with JetStream of the spec's own, on a free port, with a fresh store. */
export async function aNatsServer({ config = '' }: SpecNatsOptions = {}): Promise<SpecNatsServer> {
  const root = fromSetUp(SPEC_FOLDER);
  const folder = mkdtempSync(join(root, 'nats-'));
  const server = await serverIn(folder, await freePort(), config);
  await server.start();
  return Object.create(server, {
    pause: { value: () => server.stop() },
    stop: {
      value: async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    },
  }) as SpecNatsServer;
}

async function serverIn(folder: string, port: number, config: string): Promise<NatsServer> {
  if (inContainers()) {
    const { createNatsContainer } = await import('./nats-container.js');
    return createNatsContainer({ folder, port, config });
  }
  const binary = fromSetUp(SPEC_NATS_SERVER);
  const kept = join(fromSetUp(SPEC_FOLDER), 'kept');
  return createNatsServer({ binary, folder, port, config, kept });
}
