import { setImmediate as breathe } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Gram } from '../../domain/search/grams.js';
import { postingOf, type Posting } from '../../domain/search/postings.js';
import {
  fieldsOf,
  gramsIn,
  type FieldText,
  type SearchableItem,
} from '../../domain/search/searched-item.js';
import type { Reading } from '../../domain/search/spoken-text.js';

/** An item as it is published, and as the index has it; null where it is not there. */
interface Queued {
  readonly code: string;
  readonly item: SearchableItem | null;
  readonly number: number | null;
  readonly before: readonly FieldText[] | null;
}

interface Indexed {
  readonly code: string;
  readonly fields: readonly FieldText[];
}

/** Items between two looks at what else there is to do. */
const WITHOUT_BREATH = 10;
/** Longer than somebody who looks something up would wait. */
const STATEMENT_MS = 30_000;

/** Keeps the words of published items beside them: what was published is queued with it, and written here afterwards. */
export class ItemIndex {
  constructor(
    private readonly em: Pick<EntityManager, 'fork'>,
    private readonly read: Reading,
  ) {}

  /** Writes the next of what is queued, one process after another; returns how many there were, 0 where nothing is left. */
  takeBatch(most: number): Promise<number> {
    return this.em.fork().transactional(async (em) => {
      await em.execute(
        `set local statement_timeout = ${STATEMENT_MS};
         select pg_advisory_xact_lock(hashtext('search_todo'))`,
      );
      const taken = await em.execute<{ item: string }[]>(
        `delete from search_todo where id in (select id from search_todo order by id limit ?)
         returning item`,
        [most],
      );
      if (taken.length === 0) return 0;
      const queued = await this.queued(em, [...new Set(taken.map(({ item }) => item))]);
      const numbers = await this.number(em, queued, await this.spoken(queued));
      await this.list(em, queued, numbers);
      await em.execute('update search_size set items = (select count(*) from search_item)');
      return taken.length;
    });
  }

  /** PostgreSQL plans by what it knows of the tables: after a large import that is what was there before. */
  async know(): Promise<void> {
    await this.em.fork().execute('select know_catalogue()');
  }

  private queued(em: EntityManager, codes: readonly string[]): Promise<Queued[]> {
    return em.execute<Queued[]>(
      `select code, i.number, i.fields as before, case when c.id is not null then
         jsonb_build_object('name', c.name, 'resultName', c.state#>'{item,resultName}',
           'keywords', coalesce(c.state#>'{item,keywords}', '[]'),
           'decidingAgencyName', c.deciding_agency_name) end as item
       from jsonb_array_elements_text(?::jsonb) as queued (code)
       left join catalogue_item c on c.id = code and c.retired_on is null
       left join search_item i on i.item = code`,
      [JSON.stringify(codes)],
    );
  }

  private async spoken(queued: readonly Queued[]): Promise<readonly Indexed[]> {
    const indexed: Indexed[] = [];
    for (const [at, { code, item }] of queued.entries()) {
      if (at % WITHOUT_BREATH === 0) await breathe();
      if (item !== null) indexed.push({ code, fields: fieldsOf(item, this.read) });
    }
    return indexed;
  }

  /** An item keeps its number as long as it is published. */
  private async number(
    em: EntityManager,
    queued: readonly Queued[],
    indexed: readonly Indexed[],
  ): Promise<ReadonlyMap<number, Indexed>> {
    const gone = queued.flatMap(({ item, number }) => (item === null ? (number ?? []) : []));
    await em.execute('delete from search_item where number = any (?::int[])', [listOf(gone)]);
    const numbers = await em.execute<{ number: number; item: string }[]>(
      `insert into search_item (item, fields)
       select code, fields from jsonb_to_recordset(?::jsonb) as each (code text, fields jsonb)
       on conflict (item) do update set fields = excluded.fields returning number, item`,
      [JSON.stringify(indexed)],
    );
    const byCode = new Map(indexed.map((each) => [each.code, each]));
    return new Map(
      numbers.flatMap(({ number, item }) => {
        const written = byCode.get(item);
        return written === undefined ? [] : [[number, written] as const];
      }),
    );
  }

  /** Takes the items out of the lists of what they were called, and puts them into those of what they are called now. */
  private async list(
    em: EntityManager,
    queued: readonly Queued[],
    numbers: ReadonlyMap<number, Indexed>,
  ): Promise<void> {
    const lists = new Map<Gram, Posting[]>();
    for (const { before } of queued)
      for (const gram of gramsIn(before ?? []).keys()) lists.set(gram, []);
    for (const [number, { fields }] of numbers)
      for (const [gram, field] of gramsIn(fields)) {
        const list = lists.get(gram);
        if (list === undefined) lists.set(gram, [postingOf(number, field)]);
        else list.push(postingOf(number, field));
      }
    const before = queued.flatMap(({ number }) => number ?? []);
    await em.execute(
      `insert into search_gram as kept (gram, postings)
       select gram, postings from jsonb_to_recordset(?::jsonb) as each (gram text, postings int[])
       on conflict (gram) do update set postings = ${before.length === 0 ? 'kept.postings' : WITHOUT_THEM} || excluded.postings`,
      [
        JSON.stringify([...lists].map(([gram, postings]) => ({ gram, postings }))),
        ...(before.length === 0 ? [] : [listOf(before)]),
      ],
    );
  }
}

/** The last two bits of a posting name the field. */
const WITHOUT_THEM =
  'array(select posting from unnest(kept.postings) as posting where posting >> 2 <> all (?::int[]))';

const listOf = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;
