import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { PostgresServer } from '@onewindow/local-servers';
import { tokenOf } from '@onewindow/contracts';
import type { Bench } from '../bench.js';
import type { Stretch } from '../load/stretch.js';
import { POSTGRES, sumOf, usageOf, usedBetween } from '../machine/process-table.js';
import { measureOf, type CasesReport, type PgbenchReport } from '../report.js';
import { rounded } from '../statistics.js';
import { benchDatabaseOf, copyDatabases, countingRows } from './bench-databases.js';
import { findPgbench } from './pgbench.js';
import { recordCases } from './record-cases.js';
import { compareRows, type RowsOfCases } from './row-comparison.js';
import { SqlCeiling, type Grouping, type SqlRun } from './sql-ceiling.js';
import { planFrom, type ServicePlan } from './sql-plan.js';

export interface Compared {
  readonly stretches: readonly Stretch[];
  readonly pgbench: CasesReport['pgbench'];
}

const CALIBRATION_SECONDS = 2;

/** Measures the platform, in turn with pgbench where that can be had. */
export async function comparePgbench(bench: Bench): Promise<Compared> {
  const { options, platform, tell } = bench;
  const program = findPgbench(process.env['PATH']);
  const server = platform.postgres;
  if (options.rounds > 0 && program !== undefined && server !== undefined) {
    return new Comparison(bench, server, program).takeTurns();
  }
  const leftOut = options.rounds === 0 ? 'not asked for' : NO_PGBENCH;
  tell(`Measuring the platform, without pgbench: ${leftOut} …`);
  return { stretches: [await bench.stretch()], pgbench: { leftOut } };
}

const NO_PGBENCH = 'there is none on this machine (Debian: apt-get install postgresql-contrib)';

/** Platform and pgbench on the same server in the same minutes. */
class Comparison {
  private readonly stretches: Stretch[] = [];
  private readonly runs: Record<Grouping, SqlRun[]> = { grouped: [], single: [] };
  private readonly cpuMsPerCase: Record<Grouping, number[]> = { grouped: [], single: [] };
  private readonly ours: RowsOfCases[] = [];
  private readonly theirs: RowsOfCases[] = [];

  constructor(
    private readonly bench: Bench,
    private readonly server: PostgresServer,
    private readonly program: string,
  ) {}

  async takeTurns(): Promise<Compared> {
    const { options, platform, signal, tell } = this.bench;
    const plans = await this.plans();
    const folder = join(platform.folder.root, 'pgbench');
    const ceiling = new SqlCeiling(this.program, this.server, plans, folder, signal);
    tell('Calibrating pgbench …');
    await ceiling.calibrate('grouped', CALIBRATION_SECONDS);
    await ceiling.calibrate('single', CALIBRATION_SECONDS);
    for (let round = 1; round <= options.rounds; round += 1) {
      await this.measurePlatform(plans, `${round} of ${options.rounds}`);
      await this.measurePgbench(plans, ceiling, 'grouped', `${round} of ${options.rounds}`);
    }
    await this.measurePgbench(plans, ceiling, 'single', 'a commit for every unit');
    return { stretches: this.stretches, pgbench: this.report(plans) };
  }

  private async plans(): Promise<readonly ServicePlan[]> {
    const { cast, platform, tell, quiet } = this.bench;
    tell('Recording what the services ask of their databases …');
    const recording = await recordCases(this.bench, this.server);
    const databases = cast.operations.keepers.map((each) =>
      benchDatabaseOf(tokenOf(each), platform.folder),
    );
    const plans = planFrom(databases, recording);
    tell('Copying the databases …');
    const copied = plans.map(({ database }) => database);
    await copyDatabases(this.server.superuserUrl(), copied);
    await platform.ready();
    await quiet();
    return plans;
  }

  private async measurePlatform(plans: readonly ServicePlan[], which: string): Promise<void> {
    const { tell, stretch } = this.bench;
    tell(`Measuring the platform (${which}) …`);
    const { result, rows } = await countingRows(this.server, plans, 'original', stretch);
    this.stretches.push(result);
    this.ours.push({ casesOf: () => result.casesInAll, rows });
    tell(`  ${rounded(result.cases / result.seconds)} cases/s`);
  }

  private async measurePgbench(
    plans: readonly ServicePlan[],
    ceiling: SqlCeiling,
    grouping: Grouping,
    which: string,
  ): Promise<void> {
    const { tell, options } = this.bench;
    tell(`Measuring pgbench (${which}) …`);
    const { pid } = this.server;
    const before = usageOf([], pid);
    const { result, rows } = await countingRows(this.server, plans, 'copy', () =>
      ceiling.measure(grouping, options.seconds),
    );
    const { cpuMs } = sumOf('', usedBetween(before, usageOf([], pid)));
    this.cpuMsPerCase[grouping].push(cpuMs / result.cases);
    this.runs[grouping].push(result);
    this.theirs.push({ casesOf: (each) => result.casesOf[each] ?? 0, rows });
    tell(`  ${rounded(result.casesPerSecond)} cases/s, clients ${JSON.stringify(result.clients)}`);
    if (result.failed > 0) throw new Error(`${result.failed} transactions of pgbench failed`);
  }

  private report(plans: readonly ServicePlan[]): PgbenchReport {
    const ours = measureOf(this.stretches.map((each) => each.cases / each.seconds));
    const rateOf = (grouping: Grouping) =>
      measureOf(this.runs[grouping].map((each) => each.casesPerSecond));
    const [grouped, single] = [rateOf('grouped'), rateOf('single')];
    return {
      version: execFileSync(this.program, ['--version'], { encoding: 'utf8' }).trim(),
      ratio: rounded(ours.middle / grouped.middle, 3),
      ratioToSingle: rounded(ours.middle / single.middle, 3),
      grouped,
      single,
      databaseCpuMsPerCase: {
        platform: measureOf(this.stretches.map(databaseCpuOf)).middle,
        grouped: measureOf(this.cpuMsPerCase.grouped).middle,
        single: measureOf(this.cpuMsPerCase.single).middle,
      },
      services: Object.fromEntries(plans.map(sqlOfService)),
      ...compareRows(this.ours, this.theirs),
    };
  }
}

function databaseCpuOf({ used, cases }: Stretch): number {
  return (
    sumOf(
      '',
      used.filter(({ name }) => name.startsWith(POSTGRES)),
    ).cpuMs / cases
  );
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
