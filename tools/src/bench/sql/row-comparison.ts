import type { BenchDatabase, RowCounts } from './bench-databases.js';

/** Rows that so many cases left, by database. */
export interface RowsOfCases {
  readonly cases: number;
  readonly rows: ReadonlyMap<Pick<BenchDatabase, 'participant'>, RowCounts>;
}

export interface RowComparison {
  /** By participant and table: of the platform, of pgbench. */
  readonly rowsPerCase: Readonly<Record<string, readonly [number, number]>>;
  readonly sameRows: boolean;
}

/** What two clients' last cases may differ by: cases are counted when they end, their rows as they come. */
const TOLERANCE = 0.02;

/** Whether pgbench leaves the rows that the services leave, in every table that a case adds to. */
export function compareRows(
  ours: readonly RowsOfCases[],
  theirs: readonly RowsOfCases[],
): RowComparison {
  const [platform, pgbench] = [perCase(ours), perCase(theirs)];
  const tables = [...new Set([...platform.keys(), ...pgbench.keys()])].filter(
    (table) => !NOT_OF_CASES.test(table),
  );
  const rows = tables.map(
    (table) => [table, [platform.get(table) ?? 0, pgbench.get(table) ?? 0]] as const,
  );
  const counting = rows.filter(([, [one, other]]) => one > TOLERANCE || other > TOLERANCE);
  return {
    rowsPerCase: Object.fromEntries(counting),
    sameRows: counting.every(([, [one, other]]) => Math.abs(one - other) <= TOLERANCE * one),
  };
}

/** One row for a producer, a reader or a series, however many cases there are. */
const NOT_OF_CASES = / (?:inbox_cursor|reader_confirmation|number_series)$/;

function perCase(runs: readonly RowsOfCases[]): Map<string, number> {
  const cases = runs.reduce((sum, each) => sum + each.cases, 0);
  const totals = new Map<string, number>();
  for (const { rows } of runs) {
    for (const [{ participant }, counts] of rows) {
      for (const [table, count] of Object.entries(counts)) {
        const name = `${participant} ${table}`;
        totals.set(name, (totals.get(name) ?? 0) + count / cases);
      }
    }
  }
  return totals;
}
