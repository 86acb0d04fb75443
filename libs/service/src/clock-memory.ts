import type { Pool } from 'pg';
import type { ClockSample, HaltReason } from './clock-watch.js';

export interface RememberedClock {
  readonly databaseMs: number;
  /** Where the host's clock stood when somebody looked last; null before anybody did. */
  readonly hostSeenMs: number | null;
  /** Why legal effects are halted; null while they are recorded. */
  readonly reason: HaltReason | null;
}

/** What a service's database remembers of the clocks: every process of the service sees it, and a restart forgets nothing. */
export class ClockMemory {
  constructor(private readonly pool: Pool) {}

  async look(): Promise<RememberedClock> {
    const { rows } = await this.pool.query<RememberedClock>(LOOK);
    const [row] = rows;
    if (row === undefined) throw new TypeError('the row of clock_watch is missing');
    return row;
  }

  async see({ hostMs }: ClockSample): Promise<void> {
    await this.pool.query(SEEN, [hostMs]);
  }

  /** Halts unless somebody was first. */
  async halt(reason: HaltReason, { hostMs }: ClockSample): Promise<void> {
    await this.pool.query(HALT, [reason, hostMs]);
  }

  async resume({ hostMs }: ClockSample): Promise<void> {
    await this.pool.query(RESUME, [hostMs]);
  }
}

const LOOK = `select extract(epoch from clock_timestamp())::float8 * 1000 as "databaseMs",
  extract(epoch from host_seen_at)::float8 * 1000 as "hostSeenMs", reason from clock_watch`;
const SEEN = `update clock_watch set host_seen_at = to_timestamp($1::float8 / 1000)`;
const HALT = `update clock_watch set halted_at = clock_timestamp(), reason = $1,
  host_seen_at = to_timestamp($2::float8 / 1000) where reason is null`;
const RESUME = `update clock_watch set halted_at = null, reason = null,
  host_seen_at = to_timestamp($1::float8 / 1000)`;
