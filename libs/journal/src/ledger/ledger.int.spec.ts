import { randomUUID } from 'node:crypto';
import { instantOf, Refusal, type Changes } from '@onewindow/kernel';
import { acting, aJournal, type SpecJournal } from '../../test/a-journal.js';
import { counted, made, NOW, THING, told, type Thing } from '../../test/thing.js';
import { verifyJournal } from '../verify/verify-journal.js';

let journal: SpecJournal;

beforeAll(async () => {
  journal = await aJournal();
});
afterAll(() => journal.close());

const create = (id: string, name?: string) =>
  acting(() =>
    journal.ledger.transact(async (changes) => {
      changes.create(THING, id, made(id, name));
    }),
  );

const count = (id: string, ledger = journal.ledger) =>
  acting(() =>
    ledger.transact(async (changes) => {
      const thing = await changes.load(THING, id);
      changes.save(THING, id, counted(thing));
      return thing.count + 1;
    }),
  );

const entriesOf = async (id: string) =>
  (
    await journal.pool.query<{ version: number; name: string; route: string | null }>(
      'select version, name, route from journal where aggregate_id = $1 order by version',
      [id],
    )
  ).rows;

describe('A transaction of the ledger', () => {
  it('writes state, entries and the queue of the relay together', async () => {
    const id = randomUUID();
    await create(id);
    await acting(() =>
      journal.ledger.transact(async (changes) => {
        const thing = await changes.load(THING, id);
        const events = [
          { type: 'thing-counted', by: 1 } as const,
          { type: 'thing-told-twice' } as const,
        ];
        changes.save(THING, id, { state: { ...thing, count: 1 }, events });
      }),
    );

    expect(await journal.ledger.read(THING, id)).toEqual({ id, count: 1 });
    expect(await entriesOf(id)).toEqual([
      { version: 1, name: 'thing-made', route: null },
      { version: 2, name: 'thing-counted', route: null },
      { version: 3, name: 'intake.thing-told', route: 'approval-bureau' },
      { version: 4, name: 'intake.thing-told', route: 'supervision-north' },
    ]);
    const { rows } = await journal.pool.query(
      'select j.version from journal_queue q join journal j on j.id = q.journal_id where aggregate_id = $1',
      [id],
    );
    expect(rows).toEqual([{ version: 3 }, { version: 4 }]);
  });

  it('writes nothing when its work refuses', async () => {
    const id = randomUUID();
    const refusal = new Refusal('no', 'unmet', { zh: '不', en: 'No' });
    const attempt = acting(() =>
      journal.ledger.transact(async (changes) => {
        changes.create(THING, id, made(id));
        throw refusal;
      }),
    );

    await expect(attempt).rejects.toBe(refusal);
    expect(await journal.ledger.read(THING, id)).toBeUndefined();
  });

  it('loses no update of fifty at the same time, from two processes', async () => {
    const id = randomUUID();
    const beside = journal.ledgerBeside();
    await create(id);
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        count(id, index % 2 === 0 ? journal.ledger : beside),
      ),
    );

    expect(await journal.ledger.read(THING, id)).toEqual({ id, count: 50 });
    expect((await entriesOf(id)).map((entry) => entry.version)).toEqual(
      Array.from({ length: 51 }, (_, index) => index + 1),
    );
  });

  it('refuses nobody although two hundred want the same at once', async () => {
    const id = randomUUID();
    await create(id);
    const results = await Promise.all(Array.from({ length: 200 }, () => count(id)));

    expect(new Set(results).size).toBe(200);
  });

  it('decides again on the stored state before it refuses on a remembered one', async () => {
    const id = randomUUID();
    const beside = journal.ledgerBeside();
    await create(id);
    await count(id, beside);
    const refuseUnlessCounted = () =>
      acting(() =>
        journal.ledger.transact(async (changes) => {
          const thing = await changes.load(THING, id);
          if (thing.count === 0) throw new Refusal('not-counted', 'unmet', { zh: '', en: '' });
          return thing.count;
        }),
      );

    expect(await refuseUnlessCounted()).toBe(1);
  });

  it('refuses on what was true at one moment, never on old and new together', async () => {
    const [left, right] = [randomUUID(), randomUUID()];
    const beside = journal.ledgerBeside();
    const both = (change: (changes: Changes, id: string) => Promise<void> | void) =>
      acting(() =>
        beside.transact(async (changes) => {
          for (const id of [left, right]) await change(changes, id);
        }),
      );
    await both((changes, id) => changes.create(THING, id, made(id)));
    let attempts = 0;
    const compare = () =>
      acting(() =>
        journal.ledger.transact(async (changes) => {
          const before = await changes.load(THING, left);
          attempts += 1;
          if (attempts === 1) {
            await both(async (theirs, id) =>
              theirs.save(THING, id, counted(await theirs.load(THING, id))),
            );
          }
          const after = await changes.load(THING, right);
          const asWhole = { left: before.count, right: after.count };
          if (asWhole.left !== asWhole.right)
            throw new Refusal('torn', 'unmet', { zh: '', en: '' });
          return asWhole;
        }),
      );

    expect(await compare()).toEqual({ left: 1, right: 1 });
  });

  it('commits independent units together and lets a loser spoil nobody', async () => {
    const name = randomUUID();
    await create(randomUUID(), name);
    const ids = Array.from({ length: 30 }, () => randomUUID());
    const outcomes = await Promise.allSettled(
      ids.map((id, index) => create(id, index === 7 ? name : undefined)),
    );

    expect(outcomes.map((each) => each.status)).toEqual(
      ids.map((_, index) => (index === 7 ? 'rejected' : 'fulfilled')),
    );
    expect((outcomes[7] as PromiseRejectedResult).reason).toMatchObject({
      code: 'already-exists',
      unmet: [{ rule: 'unique-thing-name' }],
    });
  });

  it('refuses to create what exists', async () => {
    const id = randomUUID();
    await create(id);

    await expect(create(id)).rejects.toMatchObject({ code: 'already-exists' });
    const beside = journal.ledgerBeside();
    const again = acting(() =>
      beside.transact(async (changes) => changes.create(THING, id, made(id))),
    );
    await expect(again).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('refuses text that PostgreSQL cannot hold, for its sender only', async () => {
    const good = randomUUID();
    const bad = randomUUID();
    const [first, second] = await Promise.allSettled([create(good), create(bad, 'half \ud800')]);

    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { code: 'text-not-storable' } });
    await expect(count('a\0b')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('gives every decision a state of its own, whatever is done to it', async () => {
    const id = randomUUID();
    await create(id);
    await acting(() =>
      journal.ledger.transact(async (changes) => {
        const thing: { count: number } = await changes.load(THING, id);
        thing.count = 1000;
      }),
    );

    expect(await count(id)).toBe(1);
  });

  it('guards what it only read', async () => {
    const [read, written] = [randomUUID(), randomUUID()];
    await create(read);
    await create(written);
    const beside = journal.ledgerBeside();
    const seen: number[] = [];
    await acting(() =>
      journal.ledger.transact(async (changes) => {
        const { count: before } = await changes.load(THING, read);
        const thing = await changes.load(THING, written);
        if (seen.length === 0) await count(read, beside);
        seen.push(before);
        changes.save(THING, written, counted(thing, before));
      }),
    );

    expect(seen).toEqual([0, 1]);
    expect((await journal.ledger.read<Thing>(THING, written))?.count).toBe(1);
  });

  it('arms, moves and disarms deadlines with a new generation each time', async () => {
    const id = randomUUID();
    await create(id);
    const change = (dueAt?: string) =>
      acting(() =>
        journal.ledger.transact(async (changes) => {
          if (dueAt === undefined) changes.disarm(THING, id, 'answer');
          else changes.arm(THING, id, { kind: 'answer', dueAt: instantOf(dueAt) });
        }),
      );
    const stored = async () =>
      (
        await journal.pool.query<object>(
          'select generation, due_at, state from deadline where aggregate_id = $1',
          [id],
        )
      ).rows;
    await change(NOW);
    await change('2026-03-01T00:00:00Z');

    const dueAt = new Date('2026-03-01T00:00:00Z');
    expect(await stored()).toEqual([{ generation: 2, due_at: dueAt, state: 'armed' }]);
    await change();
    expect(await stored()).toEqual([{ generation: 3, due_at: dueAt, state: 'cancelled' }]);
  });

  it('refuses an event that the broker would not take, because it would stop every event behind it', async () => {
    const id = randomUUID();
    await create(id);
    const tell = (words: string) =>
      acting(() =>
        journal.ledger.transact(async (changes) =>
          changes.save(THING, id, told(await changes.load(THING, id), words)),
        ),
      );

    await expect(tell('x'.repeat(300_000))).rejects.toMatchObject({ code: 'event-too-large' });
    await expect(tell('证'.repeat(100_000))).rejects.toMatchObject({ code: 'event-too-large' });
    await tell('证'.repeat(60_000));
    expect((await journal.ledger.read<Thing>(THING, id))?.count).toBe(1);
  });

  it('may not be begun inside another one', async () => {
    const nested = acting(() =>
      journal.ledger.transact(() => journal.ledger.transact(async () => undefined)),
    );

    await expect(nested).rejects.toThrow('a transaction was begun inside a transaction');
  });

  it('leaves the runtime role without a right to change the journal', async () => {
    await expect(journal.pool.query('update journal set name = name')).rejects.toThrow(
      'permission',
    );
    await expect(journal.pool.query('delete from journal')).rejects.toThrow('permission');
    await expect(journal.pool.query('truncate journal')).rejects.toThrow('permission');
  });

  it('leaves journals that verify', async () => {
    const id = randomUUID();
    await create(id);
    await acting(() =>
      journal.ledger.transact(async (changes) =>
        changes.save(THING, id, told(await changes.load(THING, id))),
      ),
    );

    expect((await verifyJournal(journal.pool)).faults).toEqual([]);
  });
});
