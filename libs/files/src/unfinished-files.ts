import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemCode } from './storage-errors.js';

const LONGEST_UPLOAD_MS = 24 * 3_600_000;
/** Tells this run of the process from an earlier one under the same number, as containers have it. */
const RUN = randomUUID();

/** Files that are being written. Their names say who writes them, so that only what a crash left is swept. */
export class UnfinishedFiles {
  private constructor(private readonly folder: string) {}

  static async in(folder: string): Promise<UnfinishedFiles> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder))
      if (await isAbandoned(name, join(folder, name)))
        await rm(join(folder, name), { force: true });
    return new UnfinishedFiles(folder);
  }

  /** Lends a path for a new file; whatever is still there afterwards goes. */
  async use<Result>(work: (path: string) => Promise<Result>): Promise<Result> {
    const path = join(this.folder, [hostname(), process.pid, RUN, randomUUID()].join('~'));
    try {
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }
}

async function isAbandoned(name: string, path: string): Promise<boolean> {
  const [host, pid, run] = name.split('~');
  if (run === RUN) return false;
  if (host === hostname() && (Number(pid) === process.pid || !isRunning(Number(pid)))) return true;
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > LONGEST_UPLOAD_MS;
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // The number belongs to a process that we may not signal: it runs.
    return systemCode(error) === 'EPERM';
  }
}
