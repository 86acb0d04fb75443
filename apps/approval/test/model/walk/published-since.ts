import type pg from 'pg';

const YEARS = 'from calendar_year';

/** A pool on which only those calendars are to be found that were published after so many editions: each path begins with none. */
export const publishedSince = (pool: pg.Pool, edition: number): pg.Pool =>
  Object.create(pool, {
    query: {
      value: (text: string) =>
        pool.query(
          text.replace(
            YEARS,
            `${YEARS} where (state#>>'{table,version}')::int > ${String(edition)}`,
          ),
        ),
    },
  }) as pg.Pool;
