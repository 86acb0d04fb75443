import type { ParticipantToken } from '@onewindow/contracts';
import type { Actor, Instant } from '@onewindow/kernel';
import type { Pool } from 'pg';
import { instantText } from '../schema/instant-text.js';

/** One step of a case as the journal keeps it. */
export interface TraceEntry {
  /** The entry's place in this journal. */
  readonly sequence: number;
  readonly entryId: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly name: string;
  readonly actor: Actor;
  readonly cause: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Participant that the fact was told to. */
  readonly route?: ParticipantToken;
  readonly position?: number;
  readonly hash: string;
}

/** Longer traces are cut: a case has some dozens of steps. */
const MOST = 1_000;

const TRACE = `select j.id, j.entry_id, j.aggregate, j.aggregate_id, j.version, j.name, j.actor, j.cause,
    ${instantText('j.occurred_at')} as occurred_at, ${instantText('j.recorded_at')} as recorded_at,
    j.route, p.position, encode(j.hash, 'hex') as hash
  from journal j left join journal_position p on p.journal_id = j.id
  where j.correlation = $1 order by j.id limit ${MOST}`;

interface Row {
  readonly id: string;
  readonly entry_id: string;
  readonly aggregate: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly name: string;
  readonly actor: Actor;
  readonly cause: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly route: ParticipantToken | null;
  readonly position: string | null;
  readonly hash: string;
}

/** Every entry that one matter left in this journal, in the order of recording. */
export async function journalTrace(pool: Pool, correlation: string): Promise<TraceEntry[]> {
  const { rows } = await pool.query<Row>(TRACE, [correlation]);
  return rows.map((row) => ({
    sequence: Number(row.id),
    entryId: row.entry_id,
    aggregate: row.aggregate,
    aggregateId: row.aggregate_id,
    aggregateVersion: row.version,
    name: row.name,
    actor: row.actor,
    cause: row.cause,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    ...(row.route !== null && { route: row.route }),
    ...(row.position !== null && { position: Number(row.position) }),
    hash: row.hash,
  }));
}
