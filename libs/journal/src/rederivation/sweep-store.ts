import type { Pool, PoolClient } from 'pg';
import { quoted, tableOf } from '../schema/quoting.js';
import type { Pass } from './rederivation.js';

/** Rows below this are one shard: to divide them would cost more than it brings. */
const WORTH_DIVIDING = 20_000;
const SHARDS = 8;

export interface Shard extends Pass {
  readonly shard: number;
  /** Everything up to this id is done. */
  readonly after: string;
  readonly through: string | null;
}

/** One row as it is stored. */
export interface OpenRow {
  readonly id: string;
  readonly version: number;
  readonly head: string;
  readonly text: string;
}

interface Begun {
  readonly target: string;
  readonly since: string | null;
  readonly done: boolean;
}

/** How far each kind was derived anew: kept in the database, so that a crash goes on where it stopped. */
export class SweepStore {
  constructor(private readonly pool: Pool) {}

  /** What the kind was last derived from; undefined before the first pass. */
  async standing(kind: string, client: Pool | PoolClient = this.pool): Promise<Begun | undefined> {
    const { rows } = await client.query<Begun>({
      name: 'journal-sweep-standing',
      text: `select min(target) as target, min(since) as since, bool_and(done_at is not null) as done
        from journal_sweep where kind = $1 having count(*) > 0`,
      values: [kind],
    });
    return rows[0];
  }

  /** Begins a pass, unless another process has done so meanwhile. An unfinished pass is given up: the new one derives everything anew. */
  async begin(kind: string, target: string, before: Begun | undefined): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(hashtextextended('sweep ' || $1, 0))`, [
        kind,
      ]);
      const standing = await this.standing(kind, client);
      if (standing?.target === before?.target) {
        const since = before === undefined || before.done ? before?.target : before.since;
        const bounds = await boundsOf(kind, client);
        await client.query('delete from journal_sweep where kind = $1', [kind]);
        await client.query(
          `insert into journal_sweep (kind, shard, target, since, after_id, through_id)
           select $1, b.shard, $2, $3, coalesce(lag(b.id) over (order by b.shard), ''), b.id
           from unnest($4::text[]) with ordinality b(id, shard)`,
          [kind, target, since ?? null, [...bounds, null]],
        );
      }
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Takes an unfinished part for the transaction at hand; others take other parts. */
  async take(client: PoolClient, kind: string): Promise<Shard | undefined> {
    const { rows } = await client.query<Omit<Shard, 'since'> & { since: string | null }>({
      name: 'journal-sweep-take',
      text: `select shard, target, since, after_id as after, through_id as through from journal_sweep
        where kind = $1 and done_at is null order by shard limit 1 for update skip locked`,
      values: [kind],
    });
    const [row] = rows;
    if (row === undefined) return undefined;
    const { since, ...shard } = row;
    return { ...shard, ...(since !== null && { since }) };
  }

  async open(
    client: PoolClient,
    kind: string,
    { open, after, through, limit }: OpenRows,
  ): Promise<readonly OpenRow[]> {
    const { rows } = await client.query<OpenRow>({
      name: `journal-sweep-open-${kind}`,
      text: `select id, version, encode(head_hash, 'hex') as head, state::text as text
        from ${quoted(tableOf(kind))}
        where id > $1 and ($2::text is null or id <= $2) and (${open}) order by id limit $3`,
      values: [after, through, limit],
    });
    return rows;
  }

  /** The same rows as they are now. */
  async again(
    client: PoolClient,
    kind: string,
    { open, ids }: { readonly open: string; readonly ids: readonly string[] },
  ): Promise<readonly OpenRow[]> {
    const { rows } = await client.query<OpenRow>(
      `select id, version, encode(head_hash, 'hex') as head, state::text as text
       from ${quoted(tableOf(kind))} where id = any($1::text[]) and (${open}) order by id`,
      [ids],
    );
    return rows;
  }

  /** Without `upTo` the part is done. */
  async advance(
    client: PoolClient,
    kind: string,
    { shard, upTo, changed }: { shard: number; upTo: string | undefined; changed: number },
  ): Promise<void> {
    await client.query({
      name: 'journal-sweep-advance',
      text: `update journal_sweep set changed = changed + $3, after_id = coalesce($4, after_id),
        done_at = case when $4::text is null then clock_timestamp() end
        where kind = $1 and shard = $2`,
      values: [kind, shard, changed, upTo ?? null],
    });
  }
}

interface OpenRows {
  readonly open: string;
  readonly after: string;
  readonly through: string | null;
  readonly limit: number;
}

/** Ids that divide a large table into parts of about the same size, after a sample of its pages. */
async function boundsOf(kind: string, client: PoolClient): Promise<readonly string[]> {
  const table = quoted(tableOf(kind));
  const { rows: estimates } = await client.query<{ rows: number }>(
    'select reltuples as rows from pg_class where oid = $1::regclass',
    [table],
  );
  const estimate = estimates[0]?.rows ?? -1;
  if (estimate < WORTH_DIVIDING) return [];
  const share = Math.min(100, (100 * 20_000) / estimate);
  const fractions = Array.from({ length: SHARDS - 1 }, (_, at) => (at + 1) / SHARDS);
  const { rows } = await client.query<{ ids: string[] | null }>(
    `select percentile_disc($1::float8[]) within group (order by id) as ids
     from ${table} tablesample system (${share.toFixed(4)})`,
    [fractions],
  );
  return [...new Set(rows[0]?.ids ?? [])];
}
