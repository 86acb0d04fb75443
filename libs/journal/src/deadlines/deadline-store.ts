import type { Instant } from '@onewindow/kernel';
import type { Pool } from 'pg';
import { instantText } from '../schema/instant-text.js';
import type { DueDeadline } from './on-deadline.js';

/** A process that dies with a claim leaves it to others after this long. */
const LEASE = '30 seconds';
const RETRY = '2 seconds';

/** Leases run on the database's own time: the simulated clock may stand still. */
const claim = (condition: string) => `with due as (
    select aggregate, aggregate_id, kind from deadline
    where state = 'armed' and due_at <= $1 ${condition}
      and (claimed_until is null or claimed_until < clock_timestamp())
    order by due_at limit $2 for update skip locked)
  update deadline d set claimed_until = clock_timestamp() + interval '${LEASE}'
  from due
  where d.aggregate = due.aggregate and d.aggregate_id = due.aggregate_id and d.kind = due.kind
  returning d.aggregate, d.aggregate_id as id, d.kind, d.generation,
    ${instantText('d.due_at')} as "dueAt"`;

const CLAIM = claim('');
const CLAIM_OF_KINDS = claim(
  'and (aggregate, kind) in (select * from unnest($3::text[], $4::text[]))',
);

/** One kind of deadline of one kind of aggregate. */
export type DeadlineKind = Pick<DueDeadline, 'aggregate' | 'kind'>;

export interface ParkedDeadline {
  readonly deadline: DueDeadline;
  /** It was neither moved nor disarmed since. */
  readonly stands: boolean;
}

/** The rows of the deadlines, and leases on them. */
export class DeadlineStore {
  constructor(private readonly pool: Pool) {}

  async claim(now: Instant, most: number): Promise<readonly DueDeadline[]> {
    const { rows } = await this.pool.query<DueDeadline>({
      name: 'journal-claim-deadlines',
      text: CLAIM,
      values: [now, most],
    });
    return rows;
  }

  /** Claims nothing but deadlines of these kinds. */
  async claimOf(
    kinds: readonly DeadlineKind[],
    now: Instant,
    most: number,
  ): Promise<readonly DueDeadline[]> {
    if (kinds.length === 0) return [];
    const { rows } = await this.pool.query<DueDeadline>({
      name: 'journal-claim-deadlines-of-kinds',
      text: CLAIM_OF_KINDS,
      values: [now, most, kinds.map(({ aggregate }) => aggregate), kinds.map(({ kind }) => kind)],
    });
    return rows;
  }

  /** Gives a claim back, for another attempt soon. */
  async release({ aggregate, id, kind, generation }: DueDeadline): Promise<void> {
    await this.pool.query(
      `update deadline set claimed_until = clock_timestamp() + interval '${RETRY}'
       where aggregate = $1 and aggregate_id = $2 and kind = $3 and generation = $4`,
      [aggregate, id, kind, generation],
    );
  }

  async nextDue(): Promise<Instant | undefined> {
    const { rows } = await this.pool.query<{ due: Instant }>(
      `select ${instantText('due_at')} as due from deadline where state = 'armed'
       order by due_at limit 1`,
    );
    return rows[0]?.due;
  }

  /** A deadline that its policy refused, as it was parked. */
  async parked(id: string): Promise<ParkedDeadline | undefined> {
    if (!/^\d{1,18}$/.test(id)) return undefined;
    const { rows } = await this.pool.query<ParkedDeadline>(
      `select p.message as deadline, exists (select from deadline d
           where d.aggregate = p.aggregate and d.aggregate_id = p.aggregate_id and d.kind = p.name
             and d.state = 'refused' and d.generation = (p.message->>'generation')::int) as stands
         from parked_message p where p.id = $1 and p.producer = $2 and p.handled_at is null`,
      [id, PARKED_DEADLINE],
    );
    return rows[0];
  }
}

/** Stands where a parked message names its producer. */
export const PARKED_DEADLINE = 'deadline';
