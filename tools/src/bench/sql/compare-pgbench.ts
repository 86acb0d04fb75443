import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresServer } from '@onewindow/local-servers';
import { tokenOf } from '@onewindow/contracts';
import type { Bench } from '../bench-cases.js';
import { drive } from '../load/drive.js';
import type { Stretch } from '../load/stretch.js';
import { measureOf, type CasesReport } from '../report.js';
import { rounded } from '../statistics.js';
import { casesBegunIn } from './accompaniment.js';
import {
  benchDatabaseOf,
  copyDatabases,
  moreRows,
  rowsIn,
  type BenchDatabase,
  type RowCounts,
} from './bench-databases.js';
import { findPgbench } from './pgbench.js';
import { recorded } from './recorder.js';
import { compareRows } from './row-comparison.js';
import { SqlCeiling, type SqlRun } from './sql-ceiling.js';
import { planFrom, type Recording, type ServicePlan } from './sql-plan.js';

export interface Compared {
  readonly stretches: readonly Stretch[];
  readonly pgbench: CasesReport['pgbench'];
}

const RECORDED_MS = 2_000;
const CALIBRATION_SECONDS = 2;

/** Measures the platform, in turn with pgbench where that can be had. */
export async function comparePgbench(bench: Bench): Promise<Compared> {
  const { options, platform, tell } = bench;
  const program = findPgbench(process.env['PATH']);
  const server = platform.postgres;
  const leftOut =
    options.rounds === 0
      ? 'not asked for'
      : program === undefined
        ? 'there is no pgbench on this machine (Debian: apt-get install postgresql-contrib)'
        : undefined;
  if (leftOut !== undefined || program === undefined || server === undefined) {
    tell('Measuring the platform …');
    return {
      stretches: [await bench.stretch()],
      pgbench: { leftOut: leftOut ?? 'PostgreSQL is not ours' },
    };
  }
  const plans = await plansOf(bench, server);
  const folder = join(platform.folder.root, 'pgbench');
  const ceiling = new SqlCeiling(program, server, plans, folder, bench.signal);
  return takeTurns(bench, server, plans, ceiling, versionOf(program));
}

async function plansOf(bench: Bench, server: PostgresServer): Promise<ServicePlan[]> {
  const { cast, platform, tell, quiet } = bench;
  tell('Recording what the services ask of their databases …');
  const recording = await record(bench, server);
  const databases = cast.operations.keepers.map((each) =>
    benchDatabaseOf(tokenOf(each), platform.folder),
  );
  const plans = planFrom(databases, recording);
  tell('Copying the databases …');
  await copyDatabases(
    server.superuserUrl(),
    plans.map(({ database }) => database),
  );
  await platform.ready();
  await quiet();
  return plans;
}

async function record(bench: Bench, server: PostgresServer): Promise<Recording> {
  const { runOne, quiet, options, signal } = bench;
  let numbers: readonly string[] = [];
  const alone = await recorded(server, async () => {
    const { applicationNumber, caseNumber } = await runOne();
    numbers = [applicationNumber, caseNumber];
    await quiet();
  });
  const driving = drive(options.clients, runOne);
  const together = await recorded(server, () =>
    Promise.race([driving.failed, pause(RECORDED_MS, undefined, { signal })]).then(() => undefined),
  );
  await driving.end();
  await quiet();
  return { alone, numbers, together, casesTogether: casesBegunIn(together) };
}

interface Rows {
  readonly cases: number;
  readonly rows: ReadonlyMap<BenchDatabase, RowCounts>;
}

async function takeTurns(
  bench: Bench,
  server: PostgresServer,
  plans: readonly ServicePlan[],
  ceiling: SqlCeiling,
  version: string,
): Promise<Compared> {
  const { options, tell } = bench;
  const databases = plans.map(({ database }) => database);
  const count = (of: 'original' | 'copy') => rowsOf(server, databases, of);
  const stretches: Stretch[] = [];
  const grouped: SqlRun[] = [];
  const ours: Rows[] = [];
  const theirs: Rows[] = [];
  const counted = async <Result>(
    into: Rows[],
    of: 'original' | 'copy',
    casesOf: (result: Result) => number,
    work: () => Promise<Result>,
  ): Promise<Result> => {
    const before = await count(of);
    const result = await work();
    const after = await count(of);
    const more = databases.map(
      (each) => [each, moreRows(before.get(each) ?? {}, after.get(each) ?? {})] as const,
    );
    into.push({ cases: casesOf(result), rows: new Map(more) });
    return result;
  };
  const onPgbench = (grouping: 'grouped' | 'single') =>
    counted(
      theirs,
      'copy',
      (run: SqlRun) => run.cases,
      () => ceiling.measure(grouping, options.seconds),
    );
  await ceiling.calibrate('grouped', CALIBRATION_SECONDS);
  await ceiling.calibrate('single', CALIBRATION_SECONDS);
  for (let round = 1; round <= options.rounds; round += 1) {
    tell(`Measuring the platform (${round} of ${options.rounds}) …`);
    const stretch = await counted(
      ours,
      'original',
      (each: Stretch) => each.casesInAll,
      bench.stretch,
    );
    stretches.push(stretch);
    tell(`  ${rounded(stretch.cases / stretch.seconds)} cases/s`);
    tell(`Measuring pgbench (${round} of ${options.rounds}) …`);
    const run = await onPgbench('grouped');
    grouped.push(run);
    tell(`  ${rounded(run.casesPerSecond)} cases/s, clients ${JSON.stringify(run.clients)}`);
  }
  tell('Measuring pgbench with a commit for every unit …');
  const single = await onPgbench('single');
  const platformRate = measureOf(stretches.map((each) => each.cases / each.seconds)).middle;
  const groupedRate = measureOf(grouped.map((each) => each.casesPerSecond));
  const singleRate = measureOf([single.casesPerSecond]);
  const { rowsPerCase, sameRows } = compareRows(ours, theirs);
  return {
    stretches,
    pgbench: {
      version,
      ratio: rounded(platformRate / groupedRate.middle, 3),
      ratioToSingle: rounded(platformRate / singleRate.middle, 3),
      grouped: groupedRate,
      single: singleRate,
      services: Object.fromEntries(plans.map(sqlOfService)),
      rowsPerCase,
      sameRows,
    },
  };
}

async function rowsOf(
  server: PostgresServer,
  databases: readonly BenchDatabase[],
  of: 'original' | 'copy',
): Promise<ReadonlyMap<BenchDatabase, RowCounts>> {
  const counts = await Promise.all(
    databases.map(async (each) => [each, await rowsIn(server.superuserUrl(each[of]))] as const),
  );
  return new Map(counts);
}

const sqlOfService = ({ database, load, units }: ServicePlan) =>
  [
    database.participant,
    {
      commitsPerCase: load.commitsPerCase,
      unitsPerCase: units,
      unitsInOneCommit: load.unitsInOne,
      relayPerCase: load.relayPerCase,
      others: load.others.map(({ shape, perCase }) => ({ statement: shape, perCase })),
    },
  ] as const;

const versionOf = (program: string): string =>
  execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
