import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ownAptState } from './debian-package.js';
import { onPath } from './programs.js';

const run = promisify(execFile);
const WITHIN_MS = 600_000;

/**
 * Puts Chromium and every library that this machine lacks for it into `<folder>/root`, from Debian's packages, without
 * installing them and without root. Returns what went wrong, undefined when nothing did.
 */
export async function unpackChromium(folder: string): Promise<string | undefined> {
  if (onPath('apt-get') === undefined || onPath('dpkg') === undefined)
    return 'no apt-get and dpkg here';
  const workshop = mkdtempSync(join(folder, 'unpack-'));
  try {
    await download(workshop);
    const archives = readdirSync(workshop).filter((name) => name.endsWith('.deb'));
    for (const archive of archives) {
      await run('dpkg', ['-x', archive, 'root'], { cwd: workshop, timeout: WITHIN_MS });
    }
    renameSync(join(workshop, 'root'), join(folder, 'root'));
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
    await downloadWith(workshop, []);
  } catch {
    const own = ownAptState(workshop);
    await run('apt-get', [...own, 'update'], { cwd: workshop, timeout: WITHIN_MS });
    await downloadWith(workshop, own);
  }
}

/** What an installation would fetch is exactly what is missing here. */
async function downloadWith(workshop: string, state: readonly string[]): Promise<void> {
  const options = { cwd: workshop, timeout: WITHIN_MS, maxBuffer: 16 * 1024 * 1024 };
  const wanted = ['install', 'chromium', 'fontconfig-config', 'fonts-dejavu-core'];
  const { stdout } = await run(
    'apt-get',
    [
      ...state,
      '-qq',
      '-o',
      'Debug::NoLocking=1',
      '--print-uris',
      '--no-install-recommends',
      ...wanted,
    ],
    options,
  );
  const packages = stdout.split('\n').flatMap((line) => /^'\S+' ([^_\s]+)_/.exec(line)?.[1] ?? []);
  await run('apt-get', [...state, 'download', ...packages], options);
}
