import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 20;

/** Whether a process with this id runs (a zombie that nobody has waited for yet counts as ended). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

/**
 * When the process began, in clock ticks after boot: with the id it names one process for ever, since ids come
 * round again. Undefined where /proc does not exist or the process is gone.
 */
export function startOf(pid: number): string | undefined {
  return statOf(pid)?.[19];
}

/** Ends a process by its id: the signal first, SIGKILL when it still runs after `withinMs`. Returns whether the signal was enough. */
export async function endProcess(
  pid: number,
  signal: NodeJS.Signals = 'SIGTERM',
  withinMs = 8_000,
): Promise<boolean> {
  signalProcess(pid, signal);
  if (await hasEnded(pid, withinMs)) return true;
  signalProcess(pid, 'SIGKILL');
  if (!(await hasEnded(pid, 5_000))) throw new Error(`process ${String(pid)} survives SIGKILL`);
  return false;
}

/** Sends a signal; a process that is gone already is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (isRunning(pid)) {
    if (Date.now() > end) return false;
    await pause(POLL_MS);
  }
  return true;
}

const stateOf = (pid: number): string | undefined => statOf(pid)?.[0];

/** The fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
