import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

// Runs by itself, from sources too, so it imports nothing of ours.

const GENTLE_MS = 5_000;
const [folder = '', removing = ''] = process.argv.slice(2);

interface Kept {
  readonly pid: number;
  readonly start?: string;
  readonly signal: NodeJS.Signals;
}

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('SIGHUP', () => undefined);
process.stdin.resume();
process.stdin.on('end', () => void endAll());

async function endAll(): Promise<void> {
  const kept = keptProcesses();
  for (const each of kept) send(each, each.signal);
  const end = Date.now() + GENTLE_MS;
  while (kept.some(isAlive) && Date.now() < end) await pause(20);
  for (const each of kept) send(each, 'SIGKILL');
  for (const each of kept) rmSync(`${folder}/${String(each.pid)}`, { force: true });
  if (removing !== '') rmSync(removing, { recursive: true, force: true, maxRetries: 20 });
  process.exit(0);
}

function keptProcesses(): Kept[] {
  try {
    return readdirSync(folder).map((name) => ({
      pid: Number(name),
      ...(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Omit<Kept, 'pid'>),
    }));
  } catch {
    return [];
  }
}

function send(each: Kept, signal: NodeJS.Signals): void {
  if (isAlive(each)) process.kill(each.pid, signal);
}

function isAlive({ pid, start }: Kept): boolean {
  try {
    if (start === undefined) return process.kill(pid, 0);
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[19] === start && fields[0] !== 'Z';
  } catch {
    return false;
  }
}
