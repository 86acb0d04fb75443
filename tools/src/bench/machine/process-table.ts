import { readFileSync, readdirSync } from 'node:fs';
import { busyMsIn, cpuTimesIn, databaseInTitle, mebibytesIn } from './proc-text.js';

/** One program of the platform, or the backends of one database. */
export interface Usage {
  readonly name: string;
  readonly processes: number;
  readonly cpuMs: number;
  /** Resident, with what is shared counted in each process. */
  readonly rssMiB: number;
  /** Resident, with what is shared counted in equal parts; undefined where Linux does not tell. */
  readonly pssMiB: number | undefined;
}

export interface Watched {
  readonly name: string;
  readonly pid: number | undefined;
}

/** What everything of one platform has used since it was started. PostgreSQL is told apart by database. */
export function usageOf(watched: readonly Watched[], postmaster: number | undefined): Usage[] {
  const single = watched.flatMap(({ name, pid }) =>
    pid === undefined ? [] : (usageOfOne(name, pid) ?? []),
  );
  return postmaster === undefined ? single : [...single, ...usageOfPostgres(postmaster)];
}

function usageOfOne(name: string, pid: number): Usage | undefined {
  const stat = read(pid, 'stat');
  if (stat === undefined) return undefined;
  const pss = mebibytesIn(read(pid, 'smaps_rollup') ?? '', 'Pss');
  return {
    name,
    processes: 1,
    cpuMs: cpuTimesIn(stat).ownMs,
    rssMiB: mebibytesIn(read(pid, 'status') ?? '', 'VmRSS') ?? 0,
    pssMiB: pss,
  };
}

/** CPU time of backends that have ended is counted in the server's own row. */
function usageOfPostgres(postmaster: number): Usage[] {
  const rows = new Map<string, Usage>();
  const add = (usage: Usage | undefined) => {
    if (usage === undefined) return;
    const known = rows.get(usage.name);
    rows.set(usage.name, known === undefined ? usage : sumOf(usage.name, [known, usage]));
  };
  const main = usageOfOne(SERVER, postmaster);
  const ended = cpuTimesIn(read(postmaster, 'stat') ?? '').endedChildrenMs;
  add(main && { ...main, cpuMs: main.cpuMs + ended });
  for (const pid of childrenOf(postmaster)) {
    const title = (read(pid, 'cmdline') ?? '').replaceAll('\0', ' ').trim();
    const database = databaseInTitle(title);
    add(usageOfOne(database === undefined ? SERVER : `${POSTGRES}${database}`, pid));
  }
  return [...rows.values()];
}

/** What the names of PostgreSQL's rows begin with. */
export const POSTGRES = 'postgres: ';
const SERVER = `${POSTGRES}server`;

/** Several rows as one. */
export function sumOf(name: string, parts: readonly Usage[]): Usage {
  const sum = (of: (part: Usage) => number) => parts.reduce((total, each) => total + of(each), 0);
  const isKnown = parts.every(({ pssMiB }) => pssMiB !== undefined);
  return {
    name,
    processes: sum(({ processes }) => processes),
    cpuMs: sum(({ cpuMs }) => cpuMs),
    rssMiB: sum(({ rssMiB }) => rssMiB),
    pssMiB: isKnown ? sum(({ pssMiB }) => pssMiB ?? 0) : undefined,
  };
}

/** CPU time between two looks; a program that was started again counts from its new start. */
export function usedBetween(before: readonly Usage[], after: readonly Usage[]): Usage[] {
  const known = new Map(before.map((each) => [each.name, each.cpuMs]));
  return after.map((each) => {
    const from = known.get(each.name) ?? 0;
    return { ...each, cpuMs: each.cpuMs >= from ? each.cpuMs - from : each.cpuMs };
  });
}

export const machineBusyMs = (): number => busyMsIn(readFileSync('/proc/stat', 'utf8'));

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const stat = read(pid, 'stat');
      return stat !== undefined && cpuTimesIn(stat).parent === parent;
    });
}

function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
