import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Instant } from '@onewindow/kernel';

/** One fact of a matter as the service's own journal keeps it. */
export interface JournalStep {
  readonly aggregate: string;
  readonly aggregateId: string;
  /** Name of the fact, whether it was told to others or kept: `application-accepted`. */
  readonly fact: string;
  readonly actor: Actor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Empty where personal data was erased. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Longer stories are cut: a matter has some dozens of steps. */
const MOST = 1_000;

const text = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const STEPS = `select aggregate, aggregate_id, name, actor, cause, payload,
    ${text('occurred_at')} as occurred_at, ${text('recorded_at')} as recorded_at
  from journal where correlation = ? order by id limit ${MOST}`;

interface Row {
  readonly aggregate: string;
  readonly aggregate_id: string;
  readonly name: string;
  readonly actor: Actor;
  readonly cause: string;
  readonly payload: string | null;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
}

/** Everything that happened in one matter, in the order of recording; a fact told to several readers is one step. */
export async function journalSteps(
  em: EntityManager,
  correlation: string,
): Promise<readonly JournalStep[]> {
  const rows = await em.fork().execute<Row[]>(STEPS, [correlation]);
  return rows.filter(isFirstTelling).map((row) => ({
    aggregate: row.aggregate,
    aggregateId: row.aggregate_id,
    fact: factOf(row.name),
    actor: row.actor,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    payload: row.payload === null ? {} : (JSON.parse(row.payload) as JournalStep['payload']),
  }));
}

/** A fact that others are told is kept under its contract, `intake.application-accepted`; one of the house under its own name. */
const factOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function isFirstTelling(row: Row, index: number, rows: readonly Row[]): boolean {
  const before = rows[index - 1];
  return !(
    before?.aggregate_id === row.aggregate_id &&
    before.name === row.name &&
    before.cause === row.cause &&
    before.payload === row.payload &&
    row.name.includes('.')
  );
}
