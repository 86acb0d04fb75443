/** CPU time that Linux counts for one process, in milliseconds. */
export interface CpuTimes {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that have ended and were waited for. */
  readonly endedChildrenMs: number;
}

/** Linux counts CPU time for user space in hundredths of a second, whatever the kernel's own tick is. */
const MS_PER_TICK = 10;

/** Reads `/proc/<pid>/stat`; the name in it may itself hold spaces and brackets. */
export function cpuTimesIn(stat: string): CpuTimes {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (from: number) => Number(fields[from] ?? 0) + Number(fields[from + 1] ?? 0);
  return {
    parent: Number(fields[1]),
    ownMs: ticks(11) * MS_PER_TICK,
    endedChildrenMs: ticks(13) * MS_PER_TICK,
  };
}

/** CPU time that all cores together were at work since the machine was started, in milliseconds; reads `/proc/stat`. */
export function busyMsIn(stat: string): number {
  const [, numbers = ''] = /^cpu +(.*)$/m.exec(stat) ?? [];
  const [user = 0, nice = 0, system = 0, , , hard = 0, soft = 0, stolen = 0] = numbers
    .split(' ')
    .map(Number);
  return (user + nice + system + hard + soft + stolen) * MS_PER_TICK;
}

/** A size in `/proc/<pid>/status` or `smaps_rollup`, in MiB; undefined where it is not told. */
export function mebibytesIn(text: string, name: 'VmRSS' | 'VmHWM' | 'Pss'): number | undefined {
  const [, kibibytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text) ?? [];
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
}

/** The database that a PostgreSQL process serves, by its title; undefined for the server's own processes. */
export function databaseInTitle(title: string): string | undefined {
  const [, database] = /^postgres: \S+ (\S+) \d+\.\d+\.\d+\.\d+\(\d+\)/.exec(title) ?? [];
  return database;
}
