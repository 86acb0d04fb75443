import type { MachineFacts } from './machine/machine-facts.js';
import { POSTGRES, sumOf } from './machine/process-table.js';
import { middleOf, rounded, spreadOf, type Spread } from './statistics.js';
import { totalOf } from './load/journal-counts.js';
import type { Stretch } from './load/stretch.js';

/** Everything that one benchmark of whole cases found out; `--json` prints it as it stands. */
export interface CasesReport {
  readonly date: string;
  readonly machine: MachineFacts;
  readonly clients: number;
  readonly seconds: number;
  readonly platform: PlatformReport;
  /** Why it was left out, where it was. */
  readonly pgbench: PgbenchReport | { readonly leftOut: string };
  readonly verified: { readonly faults: number; readonly seconds: number };
}

export interface Measure {
  readonly middle: number;
  /** Half the distance between the lowest and the highest run, as a share of the middle. */
  readonly share: number;
  readonly runs: readonly number[];
}

export interface PlatformReport {
  readonly casesPerSecond: Measure;
  readonly commandsPerSecond: Measure;
  readonly commands: Readonly<Record<string, Spread>>;
  readonly looks: Readonly<Record<string, Spread & { readonly perCase: number }>>;
  readonly refusedForNow: number;
  readonly events: {
    readonly relayedPerSecond: number;
    readonly consumedPerSecond: number;
    readonly entriesPerCase: number;
    readonly parked: number;
  };
  readonly programs: readonly ProgramReport[];
  /** Of the machine's cores, all programs together. */
  readonly coresUsed: number;
  /** By everything else on the machine meanwhile, the kernel's own work included. */
  readonly coresUsedByOthers: number;
  readonly backlog: {
    readonly atEnd: number;
    readonly left: number;
    readonly secondsToZero: number;
  };
}

export interface ProgramReport {
  readonly name: string;
  readonly cpuMsPerCommand: number;
  readonly cores: number;
  readonly rssMiB: number;
  readonly pssMiB: number | undefined;
}

export interface PgbenchReport {
  readonly version: string;
  /** Platform to pgbench that commits as many units together as the services did. */
  readonly ratio: number;
  /** Platform to pgbench with a commit for every unit. */
  readonly ratioToSingle: number;
  readonly grouped: Measure;
  readonly single: Measure;
  /** CPU time of the whole database server for one case, in milliseconds. */
  readonly databaseCpuMsPerCase: Readonly<Record<'platform' | 'grouped' | 'single', number>>;
  readonly services: Readonly<Record<string, SqlOfService>>;
  /** Rows that one case leaves in each table, of the platform and of pgbench. */
  readonly rowsPerCase: Readonly<Record<string, readonly [platform: number, pgbench: number]>>;
  readonly sameRows: boolean;
}

export interface SqlOfService {
  readonly commitsPerCase: number;
  readonly unitsPerCase: number;
  readonly unitsInOneCommit: number;
  readonly relayPerCase: number;
  readonly others: readonly { readonly statement: string; readonly perCase: number }[];
}

/** Sums up all stretches as one. */
export function platformReport(stretches: readonly Stretch[], left: number): PlatformReport {
  const seconds = sum(stretches, (each) => each.seconds);
  const cases = sum(stretches, (each) => each.cases);
  const answered = stretches.flatMap((each) => each.answered);
  const commands = answered.filter(({ isCommand }) => isCommand);
  const looks = answered.filter(({ isCommand }) => !isCommand);
  const growth = sum(stretches, (each) => each.growth.seconds);
  const grown = (of: 'journal' | 'published' | 'consumed' | 'parked') =>
    sum(stretches, (each) => totalOf(of, each.growth));
  const programs = programsOf(stretches, commands.length, seconds);
  const coresUsed = sum(programs, (each) => each.cores);
  const coresBusy = sum(stretches, (each) => each.machineBusyMs) / 1000 / seconds;
  return {
    casesPerSecond: measureOf(stretches.map((each) => each.cases / each.seconds)),
    commandsPerSecond: measureOf(
      stretches.map(
        (each) => each.answered.filter(({ isCommand }) => isCommand).length / each.seconds,
      ),
    ),
    commands: { ...byKind(commands), 'all commands': spreadOf(commands.map(({ ms }) => ms)) },
    looks: Object.fromEntries(
      Object.entries(byKind(looks)).map(([kind, spread]) => [
        kind,
        { ...spread, perCase: spread.count / cases },
      ]),
    ),
    refusedForNow: sum(stretches, (each) => each.refusedForNow),
    events: {
      relayedPerSecond: grown('published') / growth,
      consumedPerSecond: grown('consumed') / growth,
      entriesPerCase: grown('journal') / growth / (cases / seconds),
      parked: grown('parked'),
    },
    programs,
    coresUsed: rounded(coresUsed, 2),
    coresUsedByOthers: rounded(Math.max(0, coresBusy - coresUsed), 2),
    backlog: {
      atEnd: Math.max(...stretches.map((each) => each.backlogAtEnd)),
      left,
      secondsToZero: Math.max(...stretches.map((each) => each.secondsToQuiet)),
    },
  };
}

export function measureOf(runs: readonly number[]): Measure {
  const { middle, share } = middleOf(runs);
  return {
    middle: rounded(middle),
    share: rounded(share, 3),
    runs: runs.map((each) => rounded(each)),
  };
}

function programsOf(
  stretches: readonly Stretch[],
  commands: number,
  seconds: number,
): ProgramReport[] {
  const names = [...new Set(stretches.flatMap(({ used }) => used.map(({ name }) => name)))];
  const rows = names.map((name) => {
    const parts = stretches.flatMap(({ used }) => used.filter((each) => each.name === name));
    const last = parts.at(-1);
    const { cpuMs } = sumOf(name, parts);
    return {
      name,
      cpuMsPerCommand: rounded(cpuMs / commands, 3),
      cores: rounded(cpuMs / 1000 / seconds, 2),
      rssMiB: rounded(last?.rssMiB ?? 0, 0),
      pssMiB: last?.pssMiB === undefined ? undefined : rounded(last.pssMiB, 0),
    };
  });
  return rows
    .filter((each) => each.cores > 0 || !each.name.startsWith(POSTGRES))
    .sort((a, b) => b.cpuMsPerCommand - a.cpuMsPerCommand);
}

function byKind(
  answered: readonly { readonly kind: string; readonly ms: number }[],
): Record<string, Spread> {
  const kinds = new Map<string, number[]>();
  for (const { kind, ms } of answered) {
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [ms]);
    else known.push(ms);
  }
  return Object.fromEntries([...kinds].map(([kind, durations]) => [kind, spreadOf(durations)]));
}

const sum = <Part>(parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((total, each) => total + of(each), 0);
