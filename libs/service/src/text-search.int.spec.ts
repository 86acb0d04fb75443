import { defineEntity, MikroORM, p } from '@mikro-orm/postgresql';
import { aDatabase, type SpecDatabase } from '@onewindow/testing';
import * as fc from 'fast-check';
import { listTotal, MOST_COUNTED } from './list-total.js';
import { containingText, SEARCH_GRAMS_SQL, searchIndexSql } from './text-search.js';

const SEED = Number(process.env['OW_SEED'] ?? Date.now() % 0x7fffffff);
const ROWS = 3_000;

const shop = defineEntity({
  name: 'ShopRow',
  tableName: 'shop',
  properties: { id: p.integer().primary(), name: p.string() },
});

let database: SpecDatabase;
let orm: MikroORM;

/** Every row has the words of a firm in it, one in three thousand a name of its own. */
const nameOf = (id: number) =>
  id === 7
    ? 'KFC 100%_鲜\\味 O’Neil’s 餐饮有限公司'
    : `海棠市${String.fromCodePoint(0x4e00 + id)}SQ20260427-${String(id).padStart(6, '0')}餐饮有限公司`;

beforeAll(async () => {
  database = await aDatabase();
  orm = new MikroORM({ clientUrl: database.url, entities: [shop] });
  await orm.em.execute(SEARCH_GRAMS_SQL);
  await orm.em.execute(`create table shop (id int primary key, name text not null,
    search_text text generated always as (lower(name)) stored)`);
  await orm.em.execute(searchIndexSql('shop'));
  for (let id = 1; id <= ROWS; id += 1)
    await orm.em.execute('insert into shop values (?, ?)', [id, nameOf(id)]);
  await orm.em.execute('analyze shop');
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

async function search(text: string, where = {}): Promise<{ ids: number[]; sql: string }> {
  const em = orm.em.fork();
  const found = await containingText(em, { rows: shop, where, orderBy: { id: 'asc' } }, text);
  const query = em
    .createQueryBuilder(shop)
    .select('id')
    .where({ $and: [where, found] } as object);
  const rows = await query.execute<{ id: number }[]>();
  return { ids: rows.map(({ id }) => id).toSorted((a, b) => a - b), sql: query.getQuery() };
}

const ids = Array.from({ length: ROWS }, (_, index) => index + 1);

describe('A search by a part of a text', () => {
  it('finds what contains it, whatever the part, the case, and the way that it goes', async () => {
    process.stderr.write(`seed ${SEED}\n`);
    const part = fc
      .record({ id: fc.integer({ min: 1, max: ROWS }), from: fc.nat(40), length: fc.nat(12) })
      .map(({ id, from, length }) => nameOf(id).slice(from, from + length + 1))
      .filter((text) => text !== '');
    const anything = fc.string({
      unit: fc.constantFrom('餐', '饮', '海', 'K', 's', '0', '%', '_', '\\', "'", ' '),
      minLength: 1,
    });

    await fc.assert(
      fc.asyncProperty(fc.oneof(part, part, anything), fc.boolean(), async (text, loud) => {
        const asked = loud ? text.toUpperCase() : text;
        const expected = ids.filter((id) => nameOf(id).toLowerCase().includes(text.toLowerCase()));

        expect((await search(asked)).ids).toEqual(expected);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('goes by the index where the text is rare in a long list, and not where it is common or the list short', async () => {
    expect((await search('002999')).sql).toContain('search_grams');
    expect((await search('餐饮')).sql).not.toContain('search_grams');
    expect((await search('002999', { id: { $gt: 1_500 } })).sql).not.toContain('search_grams');
  });
});

describe('The total of a list', () => {
  it('is exact up to a thousand, and there it stops', async () => {
    const total = (where: object) => listTotal(orm.em.fork(), shop, where);

    expect(await total({ id: { $lte: 999 } })).toBe(999);
    expect(await total({ id: { $lt: 0 } })).toBe(0);
    expect(await total({})).toBe(MOST_COUNTED);
  });
});
