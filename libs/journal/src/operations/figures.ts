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

/** How far rows were counted for good: no row appears below any more. */
interface Settled {
  readonly journalId: string;
  readonly journal: number;
  readonly inbox: readonly SettledRoute[];
}

interface SettledRoute {
  readonly producer: string;
  readonly position: string;
  readonly handled: number;
}

const NOTHING: Settled = { journalId: '0', journal: 0, inbox: [] };

/**
 * Counts a service's journal again and again. What is old is counted once and remembered; a look costs what was added since, and the
 * armed deadlines. Journal and inbox only grow.
 */
export class JournalCounter {
  private settled = NOTHING;

  constructor(private readonly pool: Pool) {}

  async figures(): Promise<JournalFigures> {
    const { journalId, journal, inbox } = this.settled;
    const { rows } = await this.pool.query<Row>(FIGURES, [
      journalId,
      inbox.map(({ producer }) => producer),
      inbox.map(({ position }) => position),
    ]);
    const [row] = rows;
    if (row === undefined) throw new TypeError('counts always give one row');
    const routes = row.routes.map(({ producer, position, newly, recent }) => {
      const before = inbox.find((each) => each.producer === producer)?.handled ?? 0;
      return { producer, position: String(position), handled: before + newly, recent };
    });
    // A look that ran at the same moment may have come further.
    if (this.settled.journalId === journalId) {
      const counted = journal + Number(row.entries_settled);
      this.settled = { journalId: row.settled_id, journal: counted, inbox: routes };
    }
    return {
      journal: journal + Number(row.entries_settled) + Number(row.entries_recent),
      published: Number(row.published),
      consumed: routes.reduce((sum, { handled, recent }) => sum + handled + recent, 0),
      parked: Number(row.parked),
      armed: Number(row.armed),
      backlog: Number(row.backlog),
    };
  }
}

/** Counts once, from the beginning. */
export const journalFigures = (pool: Pool): Promise<JournalFigures> =>
  new JournalCounter(pool).figures();

interface Row {
  readonly settled_id: string;
  readonly entries_settled: string;
  readonly entries_recent: string;
  readonly published: string;
  readonly parked: string;
  readonly armed: string;
  readonly backlog: string;
  readonly routes: readonly {
    readonly producer: string;
    readonly position: number;
    readonly newly: number;
    readonly recent: number;
  }[];
}

/** Every value of an index's first column, by as many steps as there are values. */
const valuesOf = (table: string, column: string): string => `(with recursive v as (
    select min(${column}) as value from ${table}
    union all select (select min(t.${column}) from ${table} t where t.${column} > v.value) from v
      where v.value is not null)
  select value from v where value is not null)`;

/**
 * A row of the journal may appear below another one as long as its statement may run; a route's marks are complete as far as its
 * cursor says. Positions have no gaps, so the last one is how many there are.
 */
const FIGURES = `with settled as (
    select coalesce((
      select id from journal where id > $1 and recorded_at < clock_timestamp() - interval '5 minutes'
      order by id desc limit 1), $1::bigint) as id),
  route as (
    select r.value as producer, coalesce(k.position, 0) as known,
      greatest(coalesce(c.position, 0), coalesce(k.position, 0)) as position
    from ${valuesOf('inbox', 'producer')} r
    left join inbox_cursor c on c.producer = r.value
    left join unnest($2::text[], $3::bigint[]) k(producer, position) on k.producer = r.value)
select
  (select id from settled) as settled_id,
  (select count(*) from journal j where j.id > $1 and j.id <= (select id from settled)) as entries_settled,
  (select count(*) from journal j where j.id > (select id from settled)) as entries_recent,
  (select coalesce(max(position), 0) from journal_position) as published,
  (select count(*) from parked_message where handled_at is null) as parked,
  (select count(*) from deadline where state = 'armed') as armed,
  (select count(*) from journal_queue) + (
    select coalesce(sum((select count(*) from journal_position p
      where p.route = r.value and p.position > coalesce(c.position, 0))), 0)
    from ${valuesOf('journal_position', 'route')} r
    left join reader_confirmation c on c.reader = r.value) as backlog,
  (select coalesce(json_agg(json_build_object('producer', r.producer, 'position', r.position,
      'newly', (select count(*) from inbox i
        where i.producer = r.producer and i.position > r.known and i.position <= r.position),
      'recent', (select count(*) from inbox i
        where i.producer = r.producer and i.position > r.position))), '[]')
    from route r) as routes`;
