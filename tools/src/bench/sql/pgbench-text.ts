/** What pgbench says at its end. */
export interface PgbenchSummary {
  readonly transactions: number;
  /** By script, in the order they were given. */
  readonly ofScript: readonly number[];
  readonly failed: number;
  readonly latencyMs: number;
}

/** Throws when the text is no summary of a whole run. */
export function pgbenchSummaryIn(text: string): PgbenchSummary {
  const number = (pattern: RegExp): number | undefined => {
    const [, found] = pattern.exec(text) ?? [];
    return found === undefined ? undefined : Number(found);
  };
  const transactions = number(/^number of transactions actually processed: (\d+)/m);
  if (transactions === undefined) throw new Error(`pgbench did not finish:\n${text.slice(-2000)}`);
  const single = [...text.matchAll(/^ - (\d+) transactions \(/gm)].map(([, count]) =>
    Number(count),
  );
  return {
    transactions,
    ofScript: single.length === 0 ? [transactions] : single,
    failed: number(/^number of failed transactions: (\d+)/m) ?? 0,
    latencyMs: number(/^latency average = ([\d.]+) ms/m) ?? 0,
  };
}
