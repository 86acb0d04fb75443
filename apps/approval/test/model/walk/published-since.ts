import type pg from 'pg';

/** How a calendar in force asks whether there is anything new, and then for its years. */
const IS_IT_NEW = 'select version from journal_reference';
const YEARS = 'from calendar_year';

/** A pool on which only those calendars are to be found that were published after so many editions: each path begins with none. */
export const publishedSince = (pool: pg.Pool, edition: number): pg.Pool =>
  Object.create(pool, {
    query: {
      value: (text: string) =>
        pool.query(text.startsWith(IS_IT_NEW) ? text : yearsSince(text, edition)),
    },
  }) as pg.Pool;

/** Throws where it cannot leave out what was published before: a path would count by the calendars of others, and agree by chance. */
function yearsSince(text: string, edition: number): string {
  if (!text.includes(YEARS)) throw new TypeError(`calendars are asked for otherwise now: ${text}`);
  return text.replace(
    YEARS,
    `${YEARS} where (state#>>'{table,version}')::int > ${String(edition)}`,
  );
}
