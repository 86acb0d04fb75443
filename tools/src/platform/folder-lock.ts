import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, startOf, until } from '@onewindow/local-servers';
import { platformRefusals } from './refusals.js';

const STOPS_WITHIN_MS = 12_000;

/** Who runs the platform of a data folder. */
export interface Running {
  readonly pid: number;
  /** Names the process for ever, since process ids come round again. */
  readonly start?: string | undefined;
  readonly since: string;
  /** Not there until the platform is ready. */
  readonly url?: string;
  /** It will be gone within ten seconds. */
  readonly stopping?: boolean;
}

export interface FolderLock {
  /** Notes where the platform can be reached. */
  note(url: string): void;
  /** Lets the next start wait instead of refusing it. */
  noteStopping(): void;
  release(): void;
}

/** Takes the folder for this process, or refuses and says who has it; a lock whose holder died is taken over. */
export async function lockFolder(file: string, now: () => Date): Promise<FolderLock> {
  let self: Running = { pid: process.pid, start: startOf(process.pid), since: now().toISOString() };
  await until(() => runningIn(file)?.stopping !== true, STOPS_WITHIN_MS);
  while (!isTaken(file, self)) {
    const holder = holderOf(file);
    if (holder !== undefined && isAlive(holder)) throw alreadyRunning(holder);
    clearDead(file);
  }
  const note = (more: Partial<Running>) => {
    self = { ...self, ...more };
    const next = `${file}.next`;
    writeFileSync(next, JSON.stringify(self));
    renameSync(next, file);
  };
  return {
    note: (url) => {
      note({ url });
    },
    noteStopping: () => {
      note({ stopping: true });
    },
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

/** Who runs the platform of the folder at this moment, if anybody does. */
export function runningIn(file: string): Running | undefined {
  const holder = holderOf(file);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

/** A link appears with its content, so nobody ever reads a lock that is half written. */
function isTaken(file: string, self: Running): boolean {
  const own = `${file}.${self.pid}`;
  writeFileSync(own, JSON.stringify(self));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moved aside first and looked at again: of two who find the holder dead, one may have taken the lock meanwhile. */
function clearDead(file: string): void {
  const aside = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (runningIn(aside) !== undefined) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function holderOf(file: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    return undefined;
  }
}

const isAlive = ({ pid, start }: Running): boolean => isRunning(pid) && startOf(pid) === start;

function alreadyRunning({ pid, url, since }: Running): Error {
  const where = url ?? 'not ready yet';
  return platformRefusals.refuse('platform-runs-already', [
    {
      rule: 'folder-free',
      message: {
        zh: `进程 ${pid} 自 ${since} 起运行，地址：${url ?? '尚未就绪'}。`,
        en: `Process ${pid} runs it since ${since}: ${where}.`,
      },
    },
  ]);
}
