import { raw, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseRow } from './case.row.js';

const INDEXED = 'search_grams(search_text) @> ?::text[]';

/** Above so many matches a scan finds a page at once, and the index would have to work out every row again. */
const FEW = 500;

/** The condition for cases that contain a text; by the index of pairs where that helps. */
export async function containing(em: EntityManager, text: string): Promise<FilterQuery<CaseRow>> {
  const literally = text.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const itself = { searchText: { $like: `%${literally}%` } };
  const grams = gramsOf(text);
  const [candidates] = await em.execute<{ count: string }[]>(
    `select count(*) from (select 1 from "case" where ${INDEXED} limit ?) few`,
    [grams, FEW],
  );
  const isRare = Number(candidates?.count) < FEW;
  return isRare ? { [raw(INDEXED, [grams])]: [], ...itself } : itself;
}

/** Pairs of characters, a single one for itself, as PostgreSQL reads an array from text. */
function gramsOf(text: string): string {
  const characters = [...text.toLowerCase()];
  const pairs = characters.slice(1).map((each, index) => `${characters[index] ?? ''}${each}`);
  const grams = new Set(pairs.length > 0 ? pairs : characters);
  return `{${[...grams].map((each) => `"${each.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
