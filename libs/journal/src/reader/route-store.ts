import type { EventMessage, ParticipantToken } from '@onewindow/contracts';
import type { Pool } from 'pg';

/** A message that was set aside, as it is tried again. */
export interface ParkedRow {
  readonly id: string;
  readonly producer: string;
  /** Null for a delivery that was no readable event. */
  readonly position: string | null;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly message: EventMessage;
}

/** What a reader keeps in the database beside the marks of its messages. */
export class RouteStore {
  constructor(
    private readonly pool: Pool,
    private readonly producer: ParticipantToken,
  ) {}

  /** Where the reader was: everything up to `applied`, and single positions behind it. */
  async progress(): Promise<{ readonly applied: number; readonly handled: ReadonlySet<number> }> {
    const { rows: cursors } = await this.pool.query<{ position: string }>(
      'select position from inbox_cursor where producer = $1',
      [this.producer],
    );
    const applied = Number(cursors[0]?.position ?? 0);
    const { rows } = await this.pool.query<{ position: string }>(
      'select position from inbox where producer = $1 and position > $2',
      [this.producer, applied],
    );
    return { applied, handled: new Set(rows.map((row) => Number(row.position))) };
  }

  async keepProgress(applied: number): Promise<void> {
    await this.pool.query(
      `insert into inbox_cursor as c (producer, position) values ($1, $2)
       on conflict (producer) do update set position = greatest(c.position, excluded.position)`,
      [this.producer, applied],
    );
  }

  /** Aggregates of which a message is parked. */
  async blockedLanes(): Promise<readonly { aggregate: string; aggregateId: string }[]> {
    const { rows } = await this.pool.query<{ aggregate: string; aggregateId: string }>(
      `select distinct aggregate, aggregate_id as "aggregateId" from parked_message
       where producer = $1 and position is not null and handled_at is null`,
      [this.producer],
    );
    return rows;
  }

  /** Whether something of the message's aggregate is still parked. */
  async isBlocked({ aggregate, aggregateId }: EventMessage): Promise<boolean> {
    const { rows } = await this.pool.query(
      `select from parked_message where producer = $1 and aggregate = $2 and aggregate_id = $3
         and position is not null and handled_at is null limit 1`,
      [this.producer, aggregate, aggregateId],
    );
    return rows.length > 0;
  }

  async parked(id: string): Promise<ParkedRow | undefined> {
    if (!/^\d{1,18}$/.test(id)) return undefined;
    const { rows } = await this.pool.query<ParkedRow>(
      `${PARKED} where id = $1 and producer = $2 and handled_at is null`,
      [id, this.producer],
    );
    return rows[0];
  }

  /** All that is parked of one aggregate, in order. */
  async parkedLane({ aggregate, aggregateId }: ParkedRow): Promise<readonly ParkedRow[]> {
    const { rows } = await this.pool.query<ParkedRow>(
      `${PARKED} where producer = $1 and aggregate = $2 and aggregate_id = $3
         and position is not null and handled_at is null order by position`,
      [this.producer, aggregate, aggregateId],
    );
    return rows;
  }

  async refusedAgain(id: string, reason: string): Promise<void> {
    await this.pool.query(
      `update parked_message set attempts = attempts + 1, reason = $2, waits = false where id = $1`,
      [id, reason],
    );
  }

  async dismiss(id: string): Promise<void> {
    await this.pool.query(
      'update parked_message set handled_at = clock_timestamp() where id = $1',
      [id],
    );
  }
}

const PARKED =
  'select id, producer, position, aggregate, aggregate_id as "aggregateId", message from parked_message';
