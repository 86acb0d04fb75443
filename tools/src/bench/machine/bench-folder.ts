import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for what one benchmark starts; whoever asks for it removes it. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  // PostgreSQL may run as a user of its own, who has to pass through.
  chmodSync(folder, 0o755);
  return folder;
}
