import { eventually } from '@onewindow/testing';
import { aJournal, acting, type SpecJournal } from '../../test/a-journal.js';
import {
  counted,
  made,
  NOW,
  THING,
  thingPublications,
  thingStore,
  topology,
  type Thing,
} from '../../test/thing.js';
import { leastOf, THINGS_COUNT_AT_LEAST, type Ground } from '../../test/sweeping/least.js';
import { defineStore, Sweeper, verifyJournal, type SweeperOptions } from '../index.js';

let journal: SpecJournal;
let least: number;

beforeEach(async () => {
  journal = await aJournal();
  least = 0;
});

afterEach(() => journal.close());

const aSweeper = (changes: Partial<SweeperOptions<Ground>> = {}) =>
  new Sweeper<Ground>({
    pool: journal.pool,
    ledger: journal.ledger,
    stores: [thingStore],
    topology,
    self: 'intake-centre',
    now: () => NOW,
    rederivations: [THINGS_COUNT_AT_LEAST],
    reference: leastOf(() => least),
    batch: 7,
    ...changes,
  });

const make = (names: readonly (string | undefined)[]) =>
  Promise.all(
    names.map((name, at) =>
      acting(
        () =>
          journal.ledger.transact(async (changes) =>
            changes.create(THING, idOf(at), made(idOf(at), name)),
          ),
        `command:spec/${at}`,
      ),
    ),
  );

const idOf = (at: number) => `thing-${String(at).padStart(4, '0')}`;

const rows = async () =>
  (
    await journal.pool.query<{ id: string; version: number; count: number }>(
      `select id, version, (state->>'count')::int as count from thing order by id`,
    )
  ).rows;

const deadlines = async () =>
  (
    await journal.pool.query<{ aggregate_id: string; state: string }>(
      `select aggregate_id, state from deadline order by 1`,
    )
  ).rows;

describe('Aggregates whose reference data has moved', () => {
  it('are derived anew with an entry each, their deadlines with them, and closed or unchanged ones are left alone', async () => {
    await make([undefined, 'closed', undefined, undefined]);
    await acting(() =>
      journal.ledger.transact(async (changes) =>
        changes.save(THING, idOf(3), counted(await changes.load(THING, idOf(3)), 20)),
      ),
    );
    least = 10;
    await aSweeper().sweep();

    expect(await rows()).toEqual([
      { id: idOf(0), version: 2, count: 10 },
      { id: idOf(1), version: 1, count: 0 },
      { id: idOf(2), version: 2, count: 10 },
      { id: idOf(3), version: 2, count: 20 },
    ]);
    expect(await deadlines()).toEqual([
      { aggregate_id: idOf(0), state: 'armed' },
      { aggregate_id: idOf(2), state: 'armed' },
    ]);
    const { rows: entries } = await journal.pool.query(
      `select name, cause from journal where cause like 'least:%'`,
    );
    expect(entries).toEqual(Array(2).fill({ name: 'thing-counted', cause: 'least:10' }));
    expect((await verifyJournal(journal.pool)).faults).toEqual([]);
  });

  it('are derived once, however often one looks, and again after the next move', async () => {
    await make(Array(20).fill(undefined));
    least = 3;
    const sweeper = aSweeper();
    await sweeper.sweep();
    await sweeper.sweep();
    expect((await rows()).every(({ version }) => version === 2)).toBe(true);
    expect(await sweeper.isQuiet()).toBe(true);

    least = 4;
    expect(await sweeper.isQuiet()).toBe(false);
    await sweeper.sweep();
    expect((await rows()).every(({ version, count }) => version === 3 && count === 4)).toBe(true);
  });

  it('are not turned back by an older release of the program', async () => {
    await make([undefined]);
    least = 5;
    await aSweeper().sweep();
    least = 4;
    await aSweeper().sweep();
    const { rows: sweeps } = await journal.pool.query('select target from journal_sweep');

    expect(sweeps).toEqual([{ target: '5' }]);
  });

  it('are each derived once where a process dies in the middle', async () => {
    await make(Array(400).fill(undefined));
    least = 2;
    const holder = await journal.tamperer.connect();
    await holder.query('begin');
    await holder.query('select 1 from thing where id = $1 for update', [idOf(200)]);
    const dying = expect(aSweeper({ lanes: 1 }).sweep()).rejects.toThrow();
    await eventually(async () => expect(await cutOff()).toBe(1));
    await dying;
    await holder.query('rollback');
    holder.release();
    const half = (await rows()).filter(({ count }) => count === 2).length;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(400);

    await aSweeper().sweep();
    expect((await rows()).every(({ version, count }) => version === 2 && count === 2)).toBe(true);
    expect((await verifyJournal(journal.pool)).faults).toEqual([]);
  });

  it('are each derived once by several workers', async () => {
    await make(Array(120).fill(undefined));
    least = 2;
    await Promise.all([aSweeper().sweep(), aSweeper().sweep(), aSweeper({ lanes: 3 }).sweep()]);
    await eventually(async () => expect(await aSweeper().isQuiet()).toBe(true));

    expect((await rows()).every(({ version, count }) => version === 2 && count === 2)).toBe(true);
    expect((await verifyJournal(journal.pool)).faults).toEqual([]);
  });

  it('keep what commands do to them meanwhile', async () => {
    const many = 60;
    await make(Array(many).fill(undefined));
    least = 1_000;
    const beside = journal.ledgerBeside();
    const commands = Array.from({ length: many * 3 }, (_, at) =>
      acting(
        () =>
          beside.transact(async (changes) => {
            const id = idOf(at % many);
            changes.save(THING, id, counted(await changes.load(THING, id)));
          }),
        `command:beside/${at}`,
      ),
    );
    const sweeping = aSweeper({ batch: 5 }).sweep();
    await Promise.all([...commands, sweeping]);
    await beside.close();

    const after = await rows();
    expect(after.every(({ count }) => count >= 1_000 && count <= 1_003)).toBe(true);
    expect(after.every(({ version }) => version === 5)).toBe(true);
    expect((await verifyJournal(journal.pool)).faults).toEqual([]);
  });

  it('are parked where they make no sense, and the others go on', async () => {
    await make([undefined, 'senseless', undefined]);
    least = 1;
    const sweeper = aSweeper();
    await sweeper.sweep();
    expect((await rows()).map(({ count }) => count)).toEqual([1, 0, 1]);
    const { rows: parked } = await journal.pool.query<{ id: string; reason: string }>(
      'select id, aggregate_id, reason from parked_message',
    );
    expect(parked).toMatchObject([{ aggregate_id: idOf(1), reason: 'makes no sense' }]);

    await expect(sweeper.retry(parked[0]?.id ?? '')).rejects.toThrow('makes no sense');
    const mended = aSweeper({
      rederivations: [{ ...THINGS_COUNT_AT_LEAST, derive: (thing) => counted(thing as Thing) }],
    });
    await mended.retry(parked[0]?.id ?? '');
    expect((await rows()).map(({ count }) => count)).toEqual([1, 1, 1]);
    await expect(mended.retry(parked[0]?.id ?? '')).rejects.toThrow('parked-message-unknown');
  });
});

/** As when a process dies in the middle of a transaction: here of the one that waits for a row held by another. */
const cutOff = async () => {
  const { rowCount } = await journal.tamperer.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rowCount;
};

describe('A decision that rests on reference data', () => {
  const store = defineStore({
    kind: THING,
    correlationOf: ({ id }) => id,
    publications: thingPublications,
    reference: 'least',
  });

  it('is decided again when the data has moved before its commit', async () => {
    let known = 0;
    const stored = async () => {
      const { rows: found } = await journal.pool.query<{ version: string }>(
        `select version from journal_reference where name = 'least'`,
      );
      return Number(found[0]?.version ?? 0);
    };
    const refresh = async () => {
      const before = known;
      known = await stored();
      return known !== before;
    };
    const ledger = journal.ledgerBeside({ references: { refresh } });
    const other = journal.ledgerBeside({ stores: [store] });
    const seen: number[] = [];
    await acting(() =>
      ledger.transact(async (changes) => {
        ledger.restOn('least', known);
        seen.push(known);
        if (seen.length === 1) {
          await acting(
            () => other.transact(async (own) => own.create(THING, 'mover', made('mover'))),
            'command:other/1',
          );
        }
        changes.create(THING, 'resting', made('resting'));
      }),
    );
    await ledger.close();
    await other.close();

    expect(seen).toEqual([0, 1]);
    expect((await rows()).map(({ id }) => id)).toEqual(['mover', 'resting']);
  });
});
