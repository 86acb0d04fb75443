import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onPath } from './programs.js';

const run = promisify(execFile);
const PLACES = ['usr/sbin/nats-server', 'usr/bin/nats-server'];
const WITHIN_MS = 120_000;

/**
 * Puts `nats-server` into the folder from Debian's package, without installing it and without root. Each caller
 * works in a folder of its own and renames the program into place at the end, so two at once do not disturb each other.
 * Returns what went wrong, undefined when nothing did.
 */
export async function unpackFromDebian(folder: string): Promise<string | undefined> {
  if (onPath('apt-get') === undefined || onPath('dpkg') === undefined)
    return 'no apt-get and dpkg here';
  const workshop = mkdtempSync(join(folder, 'unpack-'));
  try {
    await download(workshop);
    const archive = readdirSync(workshop).find((name) => name.endsWith('.deb'));
    if (archive === undefined) return 'apt-get downloaded no package';
    await run('dpkg', ['-x', archive, 'root'], { cwd: workshop, timeout: WITHIN_MS });
    const program = PLACES.map((place) => join(workshop, 'root', place)).find((file) =>
      existsSync(file),
    );
    if (program === undefined) return 'the package holds no nats-server';
    chmodSync(program, 0o755);
    renameSync(program, join(folder, 'nats-server'));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** With the machine's package lists; where they are missing or old, with lists fetched into the workshop. */
async function download(workshop: string): Promise<void> {
  try {
    await run('apt-get', ['download', 'nats-server'], { cwd: workshop, timeout: WITHIN_MS });
  } catch {
    const own = ownAptState(workshop);
    await run('apt-get', [...own, 'update'], { cwd: workshop, timeout: WITHIN_MS });
    await run('apt-get', [...own, 'download', 'nats-server'], {
      cwd: workshop,
      timeout: WITHIN_MS,
    });
  }
}

/** Options under which apt-get keeps its lists in the workshop and leaves the machine's alone. */
export function ownAptState(workshop: string): string[] {
  const lists = join(workshop, 'lists');
  const cache = join(workshop, 'cache');
  mkdirSync(join(lists, 'partial'), { recursive: true });
  mkdirSync(join(cache, 'archives', 'partial'), { recursive: true });
  return [
    '-o',
    `Dir::State::Lists=${lists}`,
    '-o',
    `Dir::Cache=${cache}`,
    '-o',
    'APT::Sandbox::User=root',
  ];
}
