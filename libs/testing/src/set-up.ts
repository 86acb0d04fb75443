import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgres, findNatsServer, freePort, startKeeper } from '@onewindow/local-servers';
import {
  inContainers,
  QUICK,
  SPEC_FOLDER,
  SPEC_NATS_SERVER,
  SPEC_POSTGRES_URL,
} from './spec-servers.js';

/** Starts what the `int` specs share, where the environment wants it; returns the tear-down. */
export async function setUp(): Promise<() => Promise<void>> {
  if (!inContainers()) return setUpProcesses();
  const { setUpInContainers } = await import('./set-up-containers.js');
  return setUpInContainers();
}

/**
 * Starts the one PostgreSQL that all `int` specs share and finds a nats-server; returns the tear-down. The keeper
 * ends everything and removes the folder however the run ends, be it by Ctrl-C or SIGKILL.
 */
async function setUpProcesses(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-specs-'));
  chmodSync(folder, 0o755);
  const kept = join(folder, 'kept');
  mkdirSync(kept);
  const keeper = startKeeper(kept, folder);
  const postgres = createPostgres({
    folder: join(folder, 'postgres'),
    port: await freePort(),
    settings: QUICK,
    kept,
  });
  const [binary] = await Promise.all([
    findNatsServer({ named: process.env['OW_NATS_SERVER'], path: process.env['PATH'] }),
    postgres.start(),
  ]);
  process.env[SPEC_POSTGRES_URL] = postgres.superuserUrl();
  process.env[SPEC_NATS_SERVER] = binary;
  process.env[SPEC_FOLDER] = folder;
  return async () => {
    await postgres.stop('immediate');
    keeper.close();
  };
}
