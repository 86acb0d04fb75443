import type { EntityManager } from '@mikro-orm/postgresql';
import type { Gram } from '../../domain/search/grams.js';
import type { KnownGram } from '../../domain/search/kept-grams.js';
import type {
  AskedGram,
  Candidate,
  ItemFilter,
  SearchIndex,
  SearchState,
} from '../../views/search-index.js';

/** So many of the likeliest items are compared with what was typed in full. */
const MOST_CANDIDATES = 80;

/** Looks items up by their grams. Drafts and what is retired are never among them. */
export class PostgresSearchIndex implements SearchIndex {
  constructor(private readonly em: Pick<EntityManager, 'fork'>) {}

  async state(): Promise<SearchState> {
    const [row] = await this.em.fork().execute<SearchState[]>(
      `select (select count(*) from (select from search_todo limit 100) as queue)::int as queued,
         coalesce((select version from synonyms limit 1), 0) as synonyms,
         (select count(*) from search_item)::int as items`,
    );
    return row ?? { queued: 0, synonyms: 0, items: 0 };
  }

  /** How many items have each of these grams; what none has is left out. */
  known(grams: readonly Gram[]): Promise<KnownGram[]> {
    return this.em.fork().execute<KnownGram[]>(
      `select gram, items from search_gram
       where items > 0 and gram in (select jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(grams)],
    );
  }

  /**
   * The items that have most in common with any of the wordings. `is true` keeps `in` from becoming a join: how many items are
   * offered is guessed far too low before the tables have statistics, and every item would be held against every other.
   */
  candidates(asked: readonly AskedGram[], filter: ItemFilter): Promise<Candidate[]> {
    const { conditions, values } = conditionsOf(filter);
    return this.em.fork().execute<Candidate[]>(
      `with asked as (
         select * from jsonb_to_recordset(?::jsonb) as each (wording int, gram text, worth real)),
       found as materialized (
         select gram, number, weight from (select distinct gram from asked) as grams
         join search_posting using (gram)),
       alike as (
         select number, sum(asked.worth * found.weight) as likeness
         from asked join found using (gram) group by asked.wording, number),
       offered as (
         select i.number from catalogue_item c join search_item i on i.item = c.id
         where ${conditions.join(' and ')}),
       best as (
         select number, max(likeness) as likeness from alike
         where (number in (select number from offered)) is true
         group by number order by likeness desc, number limit ?)
       select c.id as code, c.name, c.deciding_agency_name as "decidingAgencyName", i.fields
       from best join search_item i using (number) join catalogue_item c on c.id = i.item
       order by best.likeness desc, c.id`,
      [JSON.stringify(asked), ...values, MOST_CANDIDATES],
    );
  }
}

function conditionsOf({ theme, lifeEvent, agency, district }: ItemFilter): {
  readonly conditions: readonly string[];
  readonly values: readonly string[];
} {
  const asked = [
    [agency, 'c.deciding_agency = ?'],
    [theme && JSON.stringify([theme]), 'c.themes @> ?::jsonb'],
    [lifeEvent && JSON.stringify([lifeEvent]), 'c.life_events @> ?::jsonb'],
    [district, 'exists (select from implementation m where m.item = c.id and m.district = ?)'],
  ] as const;
  const held = asked.flatMap(([value, condition]) =>
    value === undefined ? [] : [{ value, condition }],
  );
  return {
    conditions: ['c.retired_on is null', ...held.map(({ condition }) => condition)],
    values: held.map(({ value }) => value),
  };
}
