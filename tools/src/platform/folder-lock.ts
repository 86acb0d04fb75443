import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, startOf } from '@onewindow/local-servers';
import { platformRefusals } from './refusals.js';

/** Who runs the platform of a data folder. */
export interface Running {
  readonly pid: number;
  /** Names the process for ever, since process ids come round again. */
  readonly start?: string | undefined;
  readonly since: string;
  /** Not there until the platform is ready. */
  readonly url?: string;
}

export interface FolderLock {
  /** Notes where the platform can be reached. */
  note(url: string): void;
  release(): void;
}

/** Takes the folder for this process, or refuses and says who has it; a lock whose holder died is taken over. */
export function lockFolder(file: string, now: () => Date): FolderLock {
  const self: Running = {
    pid: process.pid,
    start: startOf(process.pid),
    since: now().toISOString(),
  };
  while (!isTaken(file, self)) {
    const holder = holderOf(file);
    if (holder !== undefined && isAlive(holder)) throw alreadyRunning(holder);
    rmSync(file, { force: true });
  }
  return {
    note: (url) => {
      writeFileSync(file, JSON.stringify({ ...self, url }));
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

function isTaken(file: string, self: Running): boolean {
  try {
    writeFileSync(file, JSON.stringify(self), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
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
