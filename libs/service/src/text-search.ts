import { raw, type EntityName, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Chinese has no words between spaces, and an index on trigrams needs an extension and a locale: every Chinese character,
 * every pair of them, and every three others in a row (numbers have too few different pairs to tell them apart).
 */
export const SEARCH_GRAMS_SQL = `
create function search_grams(content text) returns text[]
language plpgsql immutable parallel safe strict cost 1000 as $grams$
declare
  characters text[] := string_to_array(content, null);
  grams text[] := '{}';
  gram text;
begin
  for at in 1 .. coalesce(cardinality(characters), 0) loop
    if ascii(characters[at]) > 127 then
      grams := grams || characters[at];
      if ascii(characters[at + 1]) > 127 then
        grams := grams || (characters[at] || characters[at + 1]);
      end if;
    else
      gram := characters[at] || characters[at + 1] || characters[at + 2];
      if octet_length(gram) = 3 then grams := grams || gram; end if;
    end if;
  end loop;
  return grams;
end
$grams$;
`;

/** For a table whose column `search_text` holds what is searched, in lower case. */
export const searchIndexSql = (table: string): string =>
  `create index ${table}_search on "${table}" using gin (search_grams(search_text));`;

/** A list that is searched: its rows before the search, and its order. */
export interface SearchedList<Row extends object> {
  readonly rows: EntityName<Row>;
  readonly where: FilterQuery<Row>;
  readonly orderBy: Readonly<Record<string, 'asc' | 'desc'>>;
}

/** The beginning of a list, from which it is judged how a search goes best. */
const SAMPLE = 2_000;
/** Of a sample: with more matches a page is found sooner by following the order of the list than by its index. */
const MANY = 0.05;

/** The condition for the rows of a list that contain a text, whatever its case and taken literally; by index where that helps. */
export async function containingText<Row extends object>(
  em: EntityManager,
  { rows, where, orderBy }: SearchedList<Row>,
  text: string,
): Promise<FilterQuery<Row>> {
  const sample = em
    .createQueryBuilder(rows, 'row')
    .select(raw('search_text'))
    .where(where as object)
    .orderBy(orderBy as object)
    .limit(SAMPLE);
  const { seen, found } = await em
    .createQueryBuilder(sample, 'sample')
    .select([
      raw('count(*) as seen'),
      raw(`count(*) filter (where ${CONTAINS}) as found`, [containing(text)]),
    ])
    .execute<{ seen: string; found: string }>('get');
  const itself = { [raw(CONTAINS, [containing(text)])]: [] } as FilterQuery<Row>;
  if (Number(seen) < SAMPLE || Number(found) > SAMPLE * MANY) return itself;
  return { $and: [itself, { [raw(INDEXED, [text])]: [] }] } as FilterQuery<Row>;
}

const CONTAINS = 'search_text like lower(?)';
const INDEXED = 'search_grams(search_text) @> search_grams(lower(?))';

/** Text that the user means literally, as a pattern. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
