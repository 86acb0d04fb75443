import type { RuntimeRole } from './runtime-role.js';
import { literal, quoted, tableOf } from './quoting.js';

export interface AggregateTable extends RuntimeRole {
  /**
   * Columns that lists and unique rules need, name → definition over `state`:
   * `status: "text generated always as (state->>'status') stored"`. They are derived, so they cannot disagree with the state.
   */
  readonly columns?: Readonly<Record<string, string>>;
}

/** The table of one kind of aggregate. Indexes on its columns are the service's own statements. */
export function aggregateTableSql(
  kind: string,
  { runtimeRole, columns = {} }: AggregateTable,
): string {
  const table = tableOf(kind);
  const derived = Object.entries(columns).map(([name, type]) => `,\n  ${quoted(name)} ${type}`);
  return `
create table ${quoted(table)} (
  id text primary key,
  version int not null,
  head_hash bytea not null,
  state jsonb not null${derived.join('')}
) with (fillfactor = 80);
grant select, insert, update on ${quoted(table)} to ${quoted(runtimeRole)};
select journal_register(${literal(kind)}, ${literal(table)});
`;
}
