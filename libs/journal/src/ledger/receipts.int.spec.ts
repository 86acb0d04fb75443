import { randomUUID } from 'node:crypto';
import { Refusal } from '@onewindow/kernel';
import fc from 'fast-check';
import { acting, aJournal, cutting, type SpecJournal } from '../../test/a-journal.js';
import { counted, made, THING } from '../../test/thing.js';
import { verifyJournal } from '../verify/verify-journal.js';
import type { Ledger } from './ledger.js';

let journal: SpecJournal;

beforeAll(async () => {
  journal = await aJournal();
});
afterAll(() => journal.close());

const aKey = (requestHash = 'a') => ({ caller: 'gateway-centre', key: randomUUID(), requestHash });

const create = async (id: string) => {
  await acting(() =>
    journal.ledger.transact(async (changes) => changes.create(THING, id, made(id))),
  );
};

/** Counts by one in a transaction of its own and replies from outside of it. */
const count = (id: string, receipt = aKey(), ledger: Ledger = journal.ledger) =>
  acting(() =>
    ledger.answer(receipt, async () => {
      const count = await ledger.transact(async (changes) => {
        const thing = await changes.load(THING, id);
        changes.save(THING, id, counted(thing));
        return thing.count + 1;
      });
      return { count };
    }),
  );

describe('A command with an idempotency key', () => {
  it('gets its first answer again and is carried out once', async () => {
    const id = randomUUID();
    await create(id);
    const receipt = aKey();

    expect(await count(id, receipt)).toEqual({ count: 1 });
    await count(id);
    expect(await count(id, receipt)).toEqual({ count: 1 });
    expect(await count(id, receipt, journal.ledgerBeside())).toEqual({ count: 1 });
    expect((await journal.ledger.read(THING, id))?.count).toBe(2);
  });

  it('is carried out once when it comes many times at the same moment, to two processes', async () => {
    const id = randomUUID();
    await create(id);
    const receipt = aKey();
    const beside = journal.ledgerBeside();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        count(id, receipt, index % 2 === 0 ? journal.ledger : beside),
      ),
    );

    expect(answers).toEqual(answers.map(() => ({ count: 1 })));
    expect((await journal.ledger.read(THING, id))?.count).toBe(1);
  });

  it('is refused when its key was used for another request', async () => {
    const id = randomUUID();
    await create(id);
    const receipt = aKey('a');
    await count(id, receipt);

    const other = { ...receipt, requestHash: 'b' };
    await expect(count(id, other)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    const [, meanwhile] = await Promise.allSettled([
      count(id, aKey()),
      count(id, { ...receipt, requestHash: 'c' }),
    ]);
    expect(meanwhile).toMatchObject({ reason: { code: 'idempotency-key-reused' } });
  });

  it('gets the same refusal again, also when it would be allowed by then', async () => {
    const id = randomUUID();
    const receipt = aKey();

    await expect(count(id, receipt)).rejects.toMatchObject({ code: 'not-found' });
    await create(id);
    await expect(count(id, receipt)).rejects.toMatchObject({
      code: 'not-found',
      unmet: [{ rule: 'record-exists' }],
    });
    expect(await count(id)).toEqual({ count: 1 });
  });

  it('may be tried again after a refusal that says so', async () => {
    const receipt = aKey();
    let away = true;
    const ask = () =>
      acting(() =>
        journal.ledger.answer(receipt, async () => {
          if (away) throw new Refusal('away', 'unavailable', { zh: '', en: '' });
          return 'here';
        }),
      );

    await expect(ask()).rejects.toMatchObject({ code: 'away' });
    away = false;
    expect(await ask()).toBe('here');
  });

  it('is remembered when it changes nothing', async () => {
    const receipt = aKey();
    const ask = (reply: string) =>
      acting(() => journal.ledger.answer(receipt, async () => ({ reply })));

    expect(await ask('first')).toEqual({ reply: 'first' });
    expect(await ask('second')).toEqual({ reply: 'first' });
  });

  it('joins several transactions of its use case into one', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await create(one);
    await create(other);
    const refusal = new Refusal('no', 'unmet', { zh: '不', en: 'No' });
    const attempt = acting(() =>
      journal.ledger.answer(aKey(), async () => {
        await journal.ledger.transact(async (changes) =>
          changes.save(THING, one, counted(await changes.load(THING, one))),
        );
        await journal.ledger.transact(async (changes) => {
          changes.save(THING, other, counted(await changes.load(THING, other)));
          throw refusal;
        });
      }),
    );

    await expect(attempt).rejects.toBe(refusal);
    expect((await journal.ledger.read(THING, one))?.count).toBe(0);
  });

  it('keeps what was done before a refusal that its use case bore', async () => {
    const id = randomUUID();
    await create(id);
    await acting(() =>
      journal.ledger.answer(aKey(), async () => {
        const save = (by: number, refuse: boolean) =>
          journal.ledger.transact(async (changes) => {
            changes.save(THING, id, counted(await changes.load(THING, id), by));
            if (refuse) throw new Refusal('no', 'unmet', { zh: '不', en: 'No' });
          });
        await save(1, false);
        await save(10, true).catch(() => undefined);
        await save(100, false);
      }),
    );

    expect((await journal.ledger.read(THING, id))?.count).toBe(101);
  });

  it('is carried out once whenever the connection is lost', async () => {
    const seed = Date.now();
    console.info(`seed ${seed}`);
    const cut = fc.constantFrom('before', 'after', undefined);
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 12 }), async (cuts) => {
        const ids = Array.from({ length: 4 }, () => randomUUID());
        await Promise.all(ids.map(create));
        const pool = cutting(journal.pool, () => cuts.shift());
        const ledger = journal.ledgerBeside({ pool });
        const answers = await Promise.all(
          ids.flatMap((id) => [count(id, aKey(), ledger), count(id, aKey(), ledger)]),
        );

        expect(answers.map((answer) => answer.count).sort()).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
        const stored = await Promise.all(ids.map((id) => journal.ledger.read(THING, id)));
        expect(stored.map((thing) => thing?.count)).toEqual([2, 2, 2, 2]);
      }),
      { seed, numRuns: 15 },
    );
    expect((await verifyJournal(journal.pool)).faults).toEqual([]);
  });

  it.each(['before', 'after'] as const)(
    'needs no key to be carried out once when the connection is lost %s the commit',
    async (when) => {
      const id = randomUUID();
      await create(id);
      const cuts = [when, when, when];
      const ledger = journal.ledgerBeside({ pool: cutting(journal.pool, () => cuts.shift()) });
      await acting(() =>
        ledger.transact(async (changes) =>
          changes.save(THING, id, counted(await changes.load(THING, id))),
        ),
      );

      expect((await journal.ledger.read(THING, id))?.count).toBe(1);
      expect(cuts).toEqual([]);
    },
  );

  it('says that the database cannot be reached when it stays away, and is carried out once by the retry', async () => {
    const id = randomUUID();
    await create(id);
    const receipt = aKey();
    let away = true;
    const pool = cutting(journal.pool, () => (away ? 'after' : undefined));
    const ledger = journal.ledgerBeside({ pool, limits: { inDoubtMs: 50 } });

    await expect(count(id, receipt, ledger)).rejects.toMatchObject({
      code: 'database-unavailable',
    });
    away = false;
    expect(await count(id, receipt, ledger)).toEqual({ count: 1 });
    expect((await journal.ledger.read(THING, id))?.count).toBe(1);
  });

  it('is not begun anew when nobody knows what became of it, however it knew the state', async () => {
    const id = randomUUID();
    await create(id);
    const pool = cutting(journal.pool, () => 'after');
    const ledger = journal.ledgerBeside({ pool, limits: { inDoubtMs: 50 } });
    await ledger.read(THING, id);
    const counting = acting(() =>
      ledger.transact(async (changes) =>
        changes.save(THING, id, counted(await changes.load(THING, id))),
      ),
    );

    await expect(counting).rejects.toMatchObject({ code: 'database-unavailable' });
    expect((await journal.ledger.read(THING, id))?.count).toBe(1);
  });
});
