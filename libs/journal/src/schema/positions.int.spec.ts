import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { acting, aJournal, type SpecJournal } from '../../test/a-journal.js';
import { made, THING, told } from '../../test/thing.js';

let journal: SpecJournal;

beforeEach(async () => {
  journal = await aJournal();
});
afterEach(() => journal.close());

const tellThings = (things: number, times: number) =>
  Promise.all(
    Array.from({ length: things }, () => {
      const id = randomUUID();
      return acting(() =>
        journal.ledger.transact(async (changes) => {
          changes.create(THING, id, made(id));
          for (let index = 0; index < times; index += 1)
            changes.save(THING, id, told(await changes.load(THING, id), String(index)));
        }),
      );
    }),
  );

/** How often indexes of the journal and of its positions were looked into while positions were given to so many entries. */
async function looksFor(entries: number, client: ClientBase): Promise<number> {
  await client.query('begin');
  const before = await looks(client);
  const { rows: given } = await client.query('select * from journal_assign_positions($1)', [
    entries,
  ]);
  expect(given).toHaveLength(entries);
  const after = await looks(client);
  await client.query('commit');
  return after - before;
}

/** As the transaction has counted them; what is left over from the transactions before it is among them. */
async function looks(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ looks: string }>(
    `select sum(idx_scan) as looks from pg_stat_xact_user_tables
     where relname in ('journal', 'journal_position')`,
  );
  return Number(rows[0]?.looks);
}

describe('Giving positions', () => {
  it('looks only at the entries that get one, however short the journal was when the plan was made', async () => {
    const relay = await journal.pool.connect();
    try {
      await tellThings(1, 8);
      await journal.tamperer.query('analyze journal');
      for (let given = 0; given < 8; given += 1) await looksFor(1, relay);
      await tellThings(100, 20);
      for (let given = 0; given < 1_900; given += 100) await looksFor(100, relay);

      expect(await looksFor(10, relay)).toBeLessThan(60);
    } finally {
      relay.release();
    }
  });
});
