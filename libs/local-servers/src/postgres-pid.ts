import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isRunning } from './processes.js';

/** Line 8 of postmaster.pid says `ready` once connections are accepted; pg_ctl reads it too. */
const STATUS_LINE = 7;

export function isReady(dataFolder: string, pid: number): boolean {
  const lines = pidFileLines(dataFolder);
  return lines[0] === String(pid) && lines[STATUS_LINE]?.trim() === 'ready';
}

/**
 * Clears the way for a start: a server that an owner who was killed left behind is shut down, and a pid file
 * whose number belongs to another program by now is removed. The caller owns the folder.
 */
export async function endLeftover(dataFolder: string): Promise<void> {
  const pid = Number(pidFileLines(dataFolder)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (isRunning(pid) && servesFolder(pid, dataFolder)) await endProcess(pid, 'SIGINT', 20_000);
  rmSync(pidFile(dataFolder), { force: true });
}

function servesFolder(pid: number, dataFolder: string): boolean {
  try {
    const args = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0');
    return (args[0]?.endsWith('postgres') ?? false) && args.includes(dataFolder);
  } catch {
    return false;
  }
}

function pidFileLines(dataFolder: string): string[] {
  try {
    return readFileSync(pidFile(dataFolder), 'utf8').split('\n');
  } catch {
    return [];
  }
}

const pidFile = (dataFolder: string): string => join(dataFolder, 'postmaster.pid');
