import { aJournal, acting, type SpecJournal } from '../../test/a-journal.js';
import { counted, made, THING } from '../../test/thing.js';
import { verifyJournal } from '../index.js';
import { MOST_ROWS_AT_ONCE } from './unit-pieces.js';

const MANY = 2 * MOST_ROWS_AT_ONCE + 100;
const idOf = (at: number) => `thing-${String(at).padStart(5, '0')}`;
/** Is locked after all the others, so it stands in the last piece. */
const LAST = 'zebra';

let journal: SpecJournal;

beforeEach(async () => (journal = await aJournal()));
afterEach(() => journal.close());

const rows = async () =>
  (
    await journal.pool.query<{ id: string; version: number; count: number }>(
      `select id, version, (state->>'count')::int as count from thing order by id`,
    )
  ).rows;

describe('A unit of work that is larger than a statement', () => {
  it('is written whole', async () => {
    await acting(() =>
      journal.ledger.transact(async (changes) => {
        for (let at = 0; at < MANY; at += 1) changes.create(THING, idOf(at), made(idOf(at)));
      }),
    );

    expect(await rows()).toHaveLength(MANY);
    expect(await verifyJournal(journal.pool)).toMatchObject({ entries: MANY, faults: [] });
  });

  it('leaves nothing behind where its last piece loses, and is decided again', async () => {
    await acting(() =>
      journal.ledger.transact(async (changes) => changes.create(THING, LAST, made(LAST))),
    );
    const beside = journal.ledgerBeside();
    const found: number[] = [];
    await acting(
      () =>
        journal.ledger.transact(async (changes) => {
          const last = await changes.load(THING, LAST);
          found.push((await rows()).length);
          for (let at = 0; at < MANY; at += 1) changes.create(THING, idOf(at), made(idOf(at)));
          if (found.length === 1) {
            await acting(
              () =>
                beside.transact(async (own) =>
                  own.save(THING, LAST, counted(await own.load(THING, LAST))),
                ),
              'command:beside/1',
            );
          }
          changes.save(THING, LAST, counted(last));
        }),
      'command:large/1',
    );
    await beside.close();

    expect(found).toEqual([1, 1]);
    const after = await rows();
    expect(after.filter(({ version }) => version === 1)).toHaveLength(MANY);
    expect(after.at(-1)).toEqual({ id: LAST, version: 3, count: 2 });
    expect((await verifyJournal(journal.pool)).faults).toEqual([]);
  });
});
