import type { Pool, PoolClient } from 'pg';
import { reasonOf } from '../parked-reason.js';

/** Stands where a parked message names its producer. */
export const PARKED_REDERIVATION = 'rederivation';

export interface ParkedRederivation {
  readonly aggregate: string;
  readonly id: string;
}

/** Aggregates that could not be derived anew: an administrator has to see them, and the others went on. */
export class ParkedRederivations {
  constructor(private readonly pool: Pool) {}

  async keep(
    client: PoolClient,
    aggregate: string,
    failures: readonly { readonly id: string; readonly error: unknown }[],
  ): Promise<void> {
    for (const { id, error } of failures) {
      await client.query(KEEP, [
        PARKED_REDERIVATION,
        aggregate,
        id,
        JSON.stringify({ aggregate, id }),
        reasonOf(error),
      ]);
    }
  }

  async find(parkedId: string): Promise<ParkedRederivation | undefined> {
    if (!/^\d{1,18}$/.test(parkedId)) return undefined;
    const { rows } = await this.pool.query<ParkedRederivation>(
      `select aggregate, aggregate_id as id from parked_message
       where id = $1 and producer = $2 and handled_at is null`,
      [parkedId, PARKED_REDERIVATION],
    );
    return rows[0];
  }

  async settle(client: PoolClient, parkedId: string): Promise<void> {
    await client.query('update parked_message set handled_at = clock_timestamp() where id = $1', [
      parkedId,
    ]);
  }
}

/** Once for each aggregate, however many passes fail at it. */
const KEEP = `insert into parked_message (producer, position, aggregate, aggregate_id, name, message, reason, waits)
  select $1, null, $2, $3, $1, $4, $5, false where not exists (
    select from parked_message where producer = $1 and aggregate = $2 and aggregate_id = $3
      and handled_at is null)`;
