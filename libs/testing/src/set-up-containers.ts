import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { containerLabels, QUICK, SPEC_FOLDER, SPEC_POSTGRES_URL } from './spec-servers.js';

const POSTGRES_IMAGE = process.env['POSTGRES_IMAGE'] ?? 'postgres:18-bookworm';
const SHARED_MEMORY_BYTES = 256 * 1024 * 1024;

/** The specs' PostgreSQL as a container; each spec starts its brokers as containers of its own. Returns the tear-down. */
export async function setUpInContainers(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-specs-'));
  const settings = Object.entries(QUICK).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const postgres = await new PostgreSqlContainer(POSTGRES_IMAGE)
    .withLabels(containerLabels())
    .withUsername('postgres')
    .withPassword(randomBytes(18).toString('hex'))
    .withDatabase('postgres')
    // Parallel queries fill the 64 MB that Docker gives, and PostgreSQL dies of it.
    .withSharedMemorySize(SHARED_MEMORY_BYTES)
    .withCommand(['postgres', ...settings])
    .start();
  const url = new URL(postgres.getConnectionUri());
  // Specs stand proxies between a service and this address, as they do where it is a process of this machine.
  url.hostname = '127.0.0.1';
  process.env[SPEC_POSTGRES_URL] = url.href;
  process.env[SPEC_FOLDER] = folder;
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
