import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A new folder for what one benchmark starts; whoever asks for it removes it. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  // PostgreSQL may run as a user of its own, who has to pass through.
  chmodSync(folder, 0o755);
  return folder;
}

/** A folder that stays: made where it is not there yet. Throws where the filling of it was cut short. */
export function keptFolder(path: string): string {
  const folder = resolve(path);
  if (existsSync(unfinishedIn(folder)))
    throw new Error(
      `an earlier run was cut short while it filled ${folder}: remove it, or name another folder with --keep`,
    );
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}

/** Fills the folder. Where that does not come to its end, however it ends, the folder is not taken up again. */
export async function filledWhole(folder: string, fill: () => Promise<void>): Promise<void> {
  writeFileSync(unfinishedIn(folder), '');
  await fill();
  rmSync(unfinishedIn(folder));
}

const unfinishedIn = (folder: string) => join(folder, 'unfinished');
