import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A new folder for what one benchmark starts; whoever asks for it removes it. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  // PostgreSQL may run as a user of its own, who has to pass through.
  chmodSync(folder, 0o755);
  return folder;
}

/** A folder that stays: made where it is not there yet. */
export function keptFolder(path: string): string {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}
