import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isRunning, startOf } from './processes.js';

/** Watches over the processes that are kept in a folder; see {@link startKeeper}. */
export interface Keeper {
  readonly pid: number;
  /** Tells the keeper that its owner ends; it ends what is still kept and then itself. */
  close(): void;
}

/**
 * Starts a small process that outlives its owner and then ends every process kept in the folder: however the
 * owner dies (kill -9 included), the servers that it started do not stay behind. With `removing`, that folder
 * goes afterwards.
 */
export function startKeeper(folder: string, removing = ''): Keeper {
  mkdirSync(folder, { recursive: true });
  const script = join(import.meta.dirname, `keeper-process.${extension()}`);
  const child = spawn(process.execPath, ['--max-old-space-size=16', script, folder, removing], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
  });
  child.unref();
  const { pid, stdin } = child;
  if (pid === undefined) throw new Error('the keeper process did not start');
  stdin.on('error', () => undefined);
  (stdin as unknown as { unref(): void }).unref();
  return { pid, close: () => stdin.end() };
}

/** Puts a running process under the keeper of the folder; `signal` is what ends it gently. */
export function keep(folder: string, pid: number, signal: NodeJS.Signals = 'SIGTERM'): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(pid)), JSON.stringify({ start: startOf(pid), signal }));
}

/** Takes a process that has ended out of the keeper's care. */
export function release(folder: string, pid: number): void {
  rmSync(join(folder, String(pid)), { force: true });
}

/** Ends what a keeper that was itself killed has left in the folder, for example before a new start. */
export async function endKept(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const ended = readdirSync(folder).map(async (name) => {
    const file = join(folder, name);
    const { start, signal } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    const pid = Number(name);
    if (isRunning(pid) && startOf(pid) === start) await endProcess(pid, signal);
    rmSync(file, { force: true });
  });
  await Promise.all(ended);
}

interface Kept {
  readonly start?: string;
  readonly signal: NodeJS.Signals;
}

/** Sources run as they are under Jest, since Node strips the types; a build has only JavaScript. */
const extension = (): string => (import.meta.filename.endsWith('.ts') ? 'ts' : 'js');
