import { defineEntity, MikroORM, p } from '@mikro-orm/postgresql';
import { aDatabase, type SpecDatabase } from '@onewindow/testing';
import { NumberSeries, numberSeriesSql } from './number-series.js';

const series = defineEntity({
  name: 'SeriesRow',
  tableName: 'number_series',
  properties: { series: p.string().primary(), last: p.bigint() },
});

let database: SpecDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await aDatabase();
  orm = new MikroORM({ clientUrl: database.url, entities: [series] });
  await orm.em.execute(numberSeriesSql(new URL(database.url).username));
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('A series of numbers', () => {
  it('begins with one and rises by one', async () => {
    const numbers = new NumberSeries(orm.em);

    expect(await numbers.next('receipt-2026')).toBe(1);
    expect(await numbers.next('receipt-2026')).toBe(2);
    expect(await numbers.next('receipt-2027')).toBe(1);
  });

  it('gives those who ask at once numbers of their own, in the order of their asking', async () => {
    const numbers = new NumberSeries(orm.em);

    const drawn = await Promise.all(upTo(200).map(() => numbers.next('at-once')));

    expect(drawn).toEqual(upTo(200));
  });

  it('gives no number twice to two processes that draw from several series at once', async () => {
    const processes = [new NumberSeries(orm.em), new NumberSeries(orm.em)];
    const names = ['c', 'a', 'b'];

    const drawn = await Promise.all(
      upTo(300).map(async (index) => {
        const name = names[index % 3]!;
        return `${name}-${await processes[index % 2]!.next(name)}`;
      }),
    );

    expect(new Set(drawn)).toEqual(
      new Set(names.flatMap((name) => upTo(100).map((number) => `${name}-${number}`))),
    );
  });

  it('tells everybody whose drawing failed, and draws again for those who come after', async () => {
    const numbers = new NumberSeries(orm.em);
    const tooMuch = { fork: () => ({ execute: () => Promise.reject(new Error('no database')) }) };
    let source: unknown = tooMuch;
    const switching = new NumberSeries({ fork: () => (source as typeof orm.em).fork() });

    const failed = await Promise.allSettled(upTo(3).map(() => switching.next('broken')));
    source = orm.em;

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await switching.next('broken')).toBe(1);
    expect(await numbers.next('broken')).toBe(2);
  });
});
