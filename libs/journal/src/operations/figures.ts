import type { Pool } from 'pg';

/** Counts since the database was made; `backlog` is what is not yet confirmed by the reader that it is for. */
export interface JournalFigures {
  readonly journal: number;
  readonly published: number;
  readonly consumed: number;
  readonly parked: number;
  readonly armed: number;
  readonly backlog: number;
}

const FIGURES = `select
  (select count(*) from journal) as journal,
  (select count(*) from journal_position) as published,
  (select count(*) from inbox) as consumed,
  (select count(*) from parked_message where handled_at is null) as parked,
  (select count(*) from deadline where state = 'armed') as armed,
  (select count(*) from journal_queue) + (
    select count(*) from journal_position p
    left join reader_confirmation c on c.reader = p.route
    where p.position > coalesce(c.position, 0)) as backlog`;

export async function journalFigures(pool: Pool): Promise<JournalFigures> {
  const { rows } = await pool.query<Record<keyof JournalFigures, string>>(FIGURES);
  const [row] = rows;
  if (row === undefined) throw new TypeError('counts always give one row');
  return {
    journal: Number(row.journal),
    published: Number(row.published),
    consumed: Number(row.consumed),
    parked: Number(row.parked),
    armed: Number(row.armed),
    backlog: Number(row.backlog),
  };
}
