import type { EntityManager } from '@mikro-orm/postgresql';
import { fieldsOf, weightedGrams, type SearchableItem } from '../../domain/search/searched-item.js';
import type { Reading } from '../../domain/search/spoken-text.js';

/** Items of one transaction. */
export const BATCH = 50;

interface Queued {
  readonly id: string;
  readonly item: SearchableItem;
}

/** Keeps the words of published items beside them: what was published is queued with it, and written here afterwards. */
export class ItemIndex {
  constructor(
    private readonly em: Pick<EntityManager, 'fork'>,
    private readonly read: Reading,
  ) {}

  /** Writes the next of what is queued, one process after another; false where nothing is left. */
  takeBatch(): Promise<boolean> {
    return this.em.fork().transactional(async (em) => {
      await em.execute(`select pg_advisory_xact_lock(hashtext('search_todo'))`);
      const queued = await em.execute<{ item: string }[]>(
        `delete from search_todo where id in (select id from search_todo order by id limit ?)
         returning item`,
        [BATCH],
      );
      if (queued.length === 0) return false;
      const codes = JSON.stringify([...new Set(queued.map(({ item }) => item))]);
      await this.forget(em, codes);
      await this.write(em, await this.published(em, codes));
      return true;
    });
  }

  private async forget(em: EntityManager, codes: string): Promise<void> {
    await em.execute(
      `with gone as (
         delete from search_posting where number in (
           select number from search_item where item in (select jsonb_array_elements_text(?::jsonb)))
         returning gram),
       fewer as (select gram, count(*)::int as items from gone group by gram)
       update search_gram set items = search_gram.items - fewer.items
       from fewer where fewer.gram = search_gram.gram`,
      [codes],
    );
  }

  private published(em: EntityManager, codes: string): Promise<Queued[]> {
    return em.execute<Queued[]>(
      `select id, jsonb_build_object('name', state#>'{item,name}', 'resultName', state#>'{item,resultName}',
         'keywords', coalesce(state#>'{item,keywords}', '[]'),
         'decidingAgencyName', state#>'{item,decidingAgencyName}') as item
       from catalogue_item where id in (select jsonb_array_elements_text(?::jsonb))`,
      [codes],
    );
  }

  private async write(em: EntityManager, items: readonly Queued[]): Promise<void> {
    const read = items.map(({ id, item }) => {
      const fields = fieldsOf(item, this.read);
      return { item: id, fields, grams: [...weightedGrams(fields)] };
    });
    const numbers = await em.execute<{ number: number; item: string }[]>(
      `insert into search_item (item, fields)
       select item, fields from jsonb_to_recordset(?::jsonb) as each (item text, fields jsonb)
       on conflict (item) do update set fields = excluded.fields returning number, item`,
      [JSON.stringify(read.map(({ item, fields }) => ({ item, fields })))],
    );
    const numberOf = new Map(numbers.map(({ number, item }) => [item, number]));
    const postings = read.flatMap(({ item, grams }) =>
      grams.map(([gram, weight]) => ({ gram, number: numberOf.get(item), weight })),
    );
    await em.execute(
      `with written as (
         insert into search_posting
         select gram, number, weight
         from jsonb_to_recordset(?::jsonb) as each (gram text, number int, weight real)
         returning gram),
       more as (select gram, count(*)::int as items from written group by gram)
       insert into search_gram select gram, items from more
       on conflict (gram) do update set items = search_gram.items + excluded.items`,
      [JSON.stringify(postings)],
    );
  }
}
