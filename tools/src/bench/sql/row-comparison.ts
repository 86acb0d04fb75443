import type { ParticipantToken } from '@onewindow/contracts';
import type { BenchDatabase } from './bench-databases.js';

/** Rows that cases left, by database. */
export interface RowsOfCases {
  /** How many cases, by participant: pgbench rounds to whole transactions in each database. */
  readonly casesOf: (participant: ParticipantToken) => number;
  readonly rows: ReadonlyMap<Pick<BenchDatabase, 'participant'>, Readonly<Record<string, number>>>;
}

export interface RowComparison {
  /** By participant and table: of the platform, of pgbench. */
  readonly rowsPerCase: Readonly<Record<string, readonly [number, number]>>;
  readonly sameRows: boolean;
}

/** A relay may be late with the last entries, and a run of pgbench ends with whole transactions. */
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
  const rows = new Map<string, number>();
  const cases = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, count: number) =>
    to.set(name, (to.get(name) ?? 0) + count);
  for (const run of runs) {
    for (const [{ participant }, counts] of run.rows) {
      for (const [table, count] of Object.entries(counts)) {
        add(rows, `${participant} ${table}`, count);
        add(cases, `${participant} ${table}`, run.casesOf(participant));
      }
    }
  }
  return new Map([...rows].map(([name, count]) => [name, count / (cases.get(name) ?? 1)]));
}
