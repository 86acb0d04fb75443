import { loadIn, type Load } from './accompaniment.js';
import type { BenchDatabase } from './bench-databases.js';
import { caseScripts, type CaseScript } from './case-script.js';
import { isCommit, unitsOf } from './commit-units.js';
import type { LoggedStatement } from './postgres-log.js';
import { templateOf } from './unit-template.js';

/** What pgbench does in one service's database in place of that service. */
export interface ServicePlan {
  readonly database: BenchDatabase;
  readonly load: Load;
  /** Units of work of one case. */
  readonly units: number;
  /** Commits as many units together as the service did under load. */
  readonly grouped: readonly CaseScript[];
  /** A commit for every unit. */
  readonly single: readonly CaseScript[];
}

/** What was recorded: one whole case alone, for its statements, and many together, for how often each comes. */
export interface Recording {
  readonly alone: readonly LoggedStatement[];
  readonly numbers: readonly string[];
  readonly together: readonly LoggedStatement[];
  readonly casesTogether: number;
}

/** A plan for each database in which a case leaves something. */
export function planFrom(
  databases: readonly BenchDatabase[],
  { alone, numbers, together, casesTogether }: Recording,
): ServicePlan[] {
  return databases.flatMap((database) => {
    const own = (statements: readonly LoggedStatement[]) =>
      statements.filter((each) => each.database === database.original);
    const units = own(alone)
      .filter(isCommit)
      .flatMap(unitsOf)
      .map((unit) => templateOf(unit, numbers));
    if (units.length === 0) return [];
    const load = loadIn(own(together), casesTogether);
    return [
      {
        database,
        load,
        units: units.length,
        grouped: caseScripts(units, load.others, load.unitsInOne),
        single: caseScripts(units, load.others, 1),
      },
    ];
  });
}
