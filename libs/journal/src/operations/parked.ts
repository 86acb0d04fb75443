import type { Instant } from '@onewindow/kernel';
import type { Pool } from 'pg';
import { instantText } from '../schema/instant-text.js';

export interface ParkedMessage {
  readonly id: string;
  readonly producer: string;
  /** 0 where the message did not say. */
  readonly position: number;
  readonly name: string;
  readonly aggregateId: string;
  readonly reason: string;
  readonly parkedAt: Instant;
}

/** So many fit into a reply, whatever their reasons say. */
const MOST = 100;
const LONGEST_REASON = 500;

const PARKED = `select id, producer, position, name, aggregate_id, left(reason, ${LONGEST_REASON}) as reason,
    ${instantText('parked_at')} as parked_at
  from parked_message where handled_at is null
  order by waits, producer, aggregate, aggregate_id, position limit ${MOST}`;

interface Row {
  readonly id: string;
  readonly producer: string;
  readonly position: string | null;
  readonly name: string;
  readonly aggregate_id: string;
  readonly reason: string;
  readonly parked_at: Instant;
}

/** What was set aside, and then what waits behind it: as much as fits into a reply. */
export async function listParked(pool: Pool): Promise<ParkedMessage[]> {
  const { rows } = await pool.query<Row>(PARKED);
  return rows.map((row) => ({
    id: row.id,
    producer: row.producer,
    position: Number(row.position ?? 0),
    name: row.name,
    aggregateId: row.aggregate_id,
    reason: row.reason,
    parkedAt: row.parked_at,
  }));
}

/** Who sent a message that is parked; undefined when no such message is. */
export async function producerOfParked(pool: Pool, id: string): Promise<string | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const { rows } = await pool.query<{ producer: string }>(
    'select producer from parked_message where id = $1 and handled_at is null',
    [id],
  );
  return rows[0]?.producer;
}
