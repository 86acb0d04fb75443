import type { CasesReport, Measure, PgbenchReport, PlatformReport } from './report.js';
import { rounded, type Spread } from './statistics.js';

/** The report as people read it. */
export function reportLines(report: CasesReport): string[] {
  const { machine, platform, pgbench, verified } = report;
  return [
    `${report.date} · ${machine.cores} cores (${machine.processor}) · ${machine.memoryGiB} GiB · Linux ${machine.kernel} · Node ${machine.node}`,
    `fdatasync of 8 KiB: p50 ${machine.fsyncMs.p50} ms, p95 ${machine.fsyncMs.p95} ms · load before: ${machine.loadBefore}`,
    `${report.clients} cases in flight, ${platform.casesPerSecond.runs.length} × ${report.seconds} s, load generator on the same cores`,
    '',
    ...platformLines(platform),
    '',
    ...('leftOut' in pgbench
      ? [`pgbench left out: ${pgbench.leftOut}`]
      : pgbenchLines(platform, pgbench)),
    '',
    `verify: ${verified.faults === 0 ? 'nothing found' : `${verified.faults} FAULTS`} (${rounded(verified.seconds)} s)`,
  ];
}

function platformLines(platform: PlatformReport): string[] {
  const { events, backlog, coresUsedByOthers: others } = platform;
  return [
    ...(others > 0.2
      ? [`Others used ${others} cores meanwhile, so the platform can do better than this.`, '']
      : []),
    `cases      ${measured(platform.casesPerSecond)} /s`,
    `commands   ${measured(platform.commandsPerSecond)} /s`,
    `events     ${rounded(events.relayedPerSecond)} relayed/s, ${rounded(events.consumedPerSecond)} consumed/s, ${rounded(events.entriesPerCase)} journal entries a case, ${events.parked} parked`,
    `backlog    ${backlog.atEnd} when the last case ended, ${backlog.left} after ${rounded(backlog.secondsToZero, 2)} s`,
    `sent again ${platform.refusedForNow} (answered "not now")`,
    '',
    row('latency in ms', ['p50', 'p95', 'p99', 'max', 'count']),
    ...Object.entries(platform.commands).map(([kind, spread]) => row(kind, figuresOf(spread))),
    ...Object.entries(platform.looks).map(([kind, spread]) =>
      row(`${kind} (looks, ${rounded(spread.perCase, 2)} a case)`, figuresOf(spread)),
    ),
    '',
    row('CPU and memory', ['ms/command', 'cores', 'RSS MiB', 'PSS MiB']),
    ...platform.programs.map(({ name, cpuMsPerCommand, cores, rssMiB, pssMiB }) =>
      row(name, [cpuMsPerCommand, cores, rssMiB, pssMiB ?? '–']),
    ),
    row('together', [
      rounded(
        platform.programs.reduce((total, each) => total + each.cpuMsPerCommand, 0),
        3,
      ),
      platform.coresUsed,
      platform.programs.reduce((total, each) => total + each.rssMiB, 0),
      platform.programs.reduce((total, each) => total + (each.pssMiB ?? 0), 0),
    ]),
  ];
}

function pgbenchLines({ casesPerSecond }: PlatformReport, pgbench: PgbenchReport): string[] {
  const { grouped, single, ratio, ratioToSingle, databaseCpuMsPerCase: cpu } = pgbench;
  return [
    `${pgbench.version}, the services' own statements, in turn with the platform:`,
    `pgbench, commits grouped as the services group them   ${measured(grouped)} cases/s   R = ${casesPerSecond.middle} / ${grouped.middle} = ${ratio}`,
    `pgbench, a commit for every unit of work              ${measured(single)} cases/s   R = ${casesPerSecond.middle} / ${single.middle} = ${ratioToSingle}`,
    `CPU of PostgreSQL for one case: ${cpu.platform} ms under the platform, ${cpu.grouped} ms under pgbench grouped, ${cpu.single} ms with single commits`,
    `rows of a case: ${pgbench.sameRows ? 'the same' : 'NOT THE SAME, so the ratio means nothing'} (platform / pgbench)`,
    ...Object.entries(pgbench.rowsPerCase).map(
      ([table, [ours, theirs]]) =>
        `  ${table.padEnd(58)} ${ours.toFixed(2)} / ${theirs.toFixed(2)}`,
    ),
    ...Object.entries(pgbench.services).flatMap(([participant, sql]) => [
      `${participant}: ${rounded(sql.unitsPerCase, 2)} units in ${rounded(sql.commitsPerCase, 2)} commits a case (${rounded(sql.unitsInOneCommit, 2)} together), ${rounded(sql.relayPerCase, 2)} relay statements a case`,
      ...sql.others.map(
        ({ statement, perCase }) =>
          `  ${perCase.toFixed(3).padStart(8)} × ${statement.slice(0, 140)}`,
      ),
    ]),
  ];
}

const measured = ({ middle, share, runs }: Measure): string =>
  runs.length < 2 ? String(middle) : `${middle} ± ${rounded(share * 100)} %`;

const figuresOf = ({ p50, p95, p99, max, count }: Spread): (number | string)[] => [
  ...[p50, p95, p99, max].map((each) => rounded(each)),
  count,
];

const row = (name: string, cells: readonly (number | string)[]): string =>
  name.padEnd(42) + cells.map((each) => String(each).padStart(11)).join('');
