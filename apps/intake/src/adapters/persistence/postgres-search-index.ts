import type { EntityManager } from '@mikro-orm/postgresql';
import type { Gram } from '../../domain/search/grams.js';
import type { Posting, PostingLists } from '../../domain/search/postings.js';
import { handledSomewhere } from '../../views/handled-somewhere.js';
import type { Candidate, ItemFilter, SearchIndex, SearchState } from '../../views/search-index.js';

/**
 * Looks items up by their grams. Each statement goes by keys that it was given, so that none depends on what PostgreSQL knows of
 * the tables: right after an import it knows nothing.
 */
export class PostgresSearchIndex implements SearchIndex {
  constructor(private readonly em: Pick<EntityManager, 'fork'>) {}

  async state(grams: readonly Gram[]): Promise<SearchState> {
    const [row] = await this.em.fork().execute<SearchState[]>(
      `select (select count(*) from (select from search_todo limit 100) as queue)::int as queued,
         coalesce((select version from synonyms limit 1), 0) as synonyms,
         coalesce((select items from search_size), 0) as items,
         coalesce((select jsonb_agg(jsonb_build_object('gram', gram, 'items', items))
           from search_gram where items > 0 and gram = any (${TEXTS})), '[]') as known`,
      [JSON.stringify(grams)],
    );
    return row ?? { queued: 0, synonyms: 0, items: 0, known: [] };
  }

  async lists(grams: readonly Gram[]): Promise<PostingLists> {
    const rows = await this.em
      .fork()
      .execute<{ gram: Gram; postings: Posting[] }[]>(
        `select gram, to_json(postings) as postings from search_gram where gram = any (${TEXTS})`,
        [JSON.stringify(grams)],
      );
    return new Map(rows.map(({ gram, postings }) => [gram, postings]));
  }

  candidates(numbers: readonly number[], filter: ItemFilter, most: number): Promise<Candidate[]> {
    const { conditions, values } = conditionsOf(filter);
    // `offset 0` keeps each of them a look by its key.
    return this.em.fork().execute<Candidate[]>(
      `select c.id as code, c.name, c.deciding_agency_name as "decidingAgencyName", i.fields
       from unnest(?::int[]) with ordinality as likely (number, place)
       cross join lateral (select * from search_item where number = likely.number offset 0) as i
       cross join lateral (
         select * from catalogue_item where id = i.item and retired_on is null offset 0) as c
       ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`}
       order by place limit ?`,
      [`{${numbers.join(',')}}`, ...values, most],
    );
  }
}

/** Texts of a list that is handed over as JSON, as one array: so their number is known before the plan is made. */
const TEXTS = 'array(select jsonb_array_elements_text(?::jsonb))';

function conditionsOf({ theme, lifeEvent, agency, ...handled }: ItemFilter): {
  readonly conditions: readonly string[];
  readonly values: readonly string[];
} {
  const asked = [
    [agency, 'c.deciding_agency = ?'],
    [theme && JSON.stringify([theme]), 'c.themes @> ?::jsonb'],
    [lifeEvent && JSON.stringify([lifeEvent]), 'c.life_events @> ?::jsonb'],
  ] as const;
  const held = asked.flatMap(([value, condition]) =>
    value === undefined ? [] : [{ value, condition }],
  );
  const somewhere = handledSomewhere('c.id', handled);
  return {
    conditions: [...held.map(({ condition }) => condition), ...somewhere.conditions],
    values: [...held.map(({ value }) => value), ...somewhere.values],
  };
}
