export interface RuntimeRole {
  /** The role that the service runs under: it may insert and select in the journal, no more. */
  readonly runtimeRole: string;
}

export interface AggregateTable extends RuntimeRole {
  /** Generated columns for lists and unique rules: name → type and expression over `state`, for example `status: "text generated always as (state->>'status') stored"`. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** Everything of the journal, run once as the owner role. */
export declare function journalMigrationSql(options: RuntimeRole): string;

/** The table of one kind of aggregate. Indexes on its columns are the service's own statements. */
export declare function aggregateTableSql(kind: string, options: AggregateTable): string;
