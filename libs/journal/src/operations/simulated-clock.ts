import type { Instant } from '@onewindow/kernel';
import type { Pool } from 'pg';
import { instantText } from '../schema/instant-text.js';

/** The time of a demonstration as the database keeps it; undefined before it was ever set. */
export async function readSimulatedClock(pool: Pool): Promise<Instant | undefined> {
  const { rows } = await pool.query<{ now: Instant }>(
    `select ${instantText('now')} as now from simulated_clock`,
  );
  return rows[0]?.now;
}

/** Sets the time of a demonstration, never back, and tells what it is now. */
export async function moveSimulatedClock(pool: Pool, to: Instant): Promise<Instant> {
  const { rows } = await pool.query<{ now: Instant }>(
    `insert into simulated_clock as c (now) values ($1)
     on conflict (singleton) do update set now = greatest(c.now, excluded.now)
     returning ${instantText('c.now')} as now`,
    [to],
  );
  return rows[0]?.now ?? to;
}
