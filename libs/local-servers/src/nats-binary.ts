import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFromDebian } from './debian-package.js';
import { onPath, SYSTEM_PATH, versionOf } from './programs.js';
import { serverRefusals } from './refusals.js';
import { workspaceRoot } from './workspace.js';

export interface NatsServerSearch {
  /** A program that the operator named; nothing else is looked at then. */
  readonly named?: string | undefined;
  /** The caller's PATH; the system's own folders are looked at after it. */
  readonly path?: string | undefined;
  /** Where an unpacked program is kept for every later start of this clone. */
  readonly cacheFolder?: string;
  /** Makes `<folder>/nats-server` from the system's packages, or says why it cannot. */
  readonly unpack?: (folder: string) => Promise<string | undefined>;
}

/**
 * The full path of a nats-server that runs on this machine: the one that was named, else the one on PATH, else
 * one unpacked from the system's packages without installing anything. Refuses when there is none, naming the ways to get it.
 */
export async function findNatsServer({
  named,
  path = SYSTEM_PATH,
  cacheFolder = join(workspaceRoot(), '.onewindow', 'tools', 'nats-server'),
  unpack = unpackFromDebian,
}: NatsServerSearch = {}): Promise<string> {
  if (named !== undefined && named !== '')
    return isUsable(named) ? named : notFound(`${named} does not run`);
  const installed = onPath('nats-server', `${path}:${SYSTEM_PATH}`);
  if (installed !== undefined && isUsable(installed)) return installed;
  const unpacked = join(cacheFolder, 'nats-server');
  if (isUsable(unpacked)) return unpacked;
  mkdirSync(cacheFolder, { recursive: true });
  const problem = await unpack(cacheFolder);
  return isUsable(unpacked) ? unpacked : notFound(problem ?? `${unpacked} does not run`);
}

const isUsable = (program: string): boolean => versionOf(program, '--version') !== undefined;

function notFound(why: string): never {
  throw serverRefusals.refuse('nats-server-not-found', [
    { rule: 'nats-server-available', message: { zh: why, en: why } },
  ]);
}
