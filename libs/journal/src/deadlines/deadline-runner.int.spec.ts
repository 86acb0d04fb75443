import { randomUUID } from 'node:crypto';
import { addMilliseconds, Refusal, type Instant } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { acting, aJournal, type SpecJournal } from '../../test/a-journal.js';
import { counted, made, NOW, THING } from '../../test/thing.js';
import { journalFigures } from '../operations/figures.js';
import { listParked } from '../operations/parked.js';
import { journalTrace } from '../operations/trace.js';
import { DeadlineRunner } from './deadline-runner.js';
import { onDeadline, onWarning, type DueDeadline } from './on-deadline.js';

let journal: SpecJournal;
let now: Instant;
let runners: DeadlineRunner[];
let fired: DueDeadline[];
let warned: string[];

beforeEach(async () => {
  now = NOW;
  runners = [];
  fired = [];
  warned = [];
  journal = await aJournal({
    now: () => now,
    onCommitted: () => runners.forEach((each) => each.wake()),
  });
});
afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  await journal.close();
});

const later = (seconds: number) => addMilliseconds(NOW, seconds * 1_000);

const aRunner = (
  policy: (id: string) => Promise<unknown> = count,
  ledger = journal.ledger,
  isSteady?: () => boolean,
): DeadlineRunner => {
  const answer = onDeadline(THING, 'answer', (id, deadline) => {
    fired.push(deadline);
    return policy(id);
  });
  const runner = new DeadlineRunner({
    ledger,
    pool: journal.pool,
    handlers: [answer, onWarning(THING, 'warning', async (id) => void warned.push(id))],
    now: () => now,
    ...(isSteady && { isSteady }),
  });
  runners.push(runner);
  runner.start();
  return runner;
};

const count = (id: string) =>
  journal.ledger.transact(async (changes) =>
    changes.save(THING, id, counted(await changes.load(THING, id))),
  );

const arm = async (seconds: number, id: string = randomUUID(), kind = 'answer') => {
  await acting(() =>
    journal.ledger.transact(async (changes) => {
      if ((await changes.find(THING, id)) === undefined) changes.create(THING, id, made(id));
      changes.arm(THING, id, { kind, dueAt: later(seconds) });
    }),
  );
  return id;
};
const countOf = async (id: string) => (await journal.ledger.read(THING, id))?.count;
const moveTo = (seconds: number) => {
  now = later(seconds);
  runners.forEach((each) => each.wake());
};
const quiet = () =>
  eventually(async () => {
    for (const runner of runners) expect(await runner.isQuiet()).toBe(true);
  });

describe('A deadline', () => {
  it('does not fire on a clock that has jumped, before anybody has halted the runner', async () => {
    let steady = true;
    let refusals = 0;
    aRunner(count, journal.ledger, () => {
      if (!steady) refusals += 1;
      return steady;
    });
    const id = await arm(60);
    steady = false;
    moveTo(3_600);
    await eventually(() => {
      moveTo(3_600);
      expect(refusals).toBeGreaterThan(3);
    });
    expect(fired).toEqual([]);

    steady = true;
    moveTo(3_600);
    await quiet();
    expect(await countOf(id)).toBe(1);
  });

  it('fires when it is due and not before, in the name of the law at the legal moment', async () => {
    const runner = aRunner();
    const id = await arm(60);
    moveTo(59);
    await quiet();
    expect(await countOf(id)).toBe(0);
    expect(await runner.nextDue()).toBe(later(60));
    moveTo(3_600);
    await quiet();

    expect(await countOf(id)).toBe(1);
    const [, effect] = await journalTrace(journal.pool, `about-${id}`);
    expect(effect).toMatchObject({
      actor: { kind: 'law', id: 'answer' },
      occurredAt: later(60),
      cause: `deadline:thing/${id}/answer#1`,
    });
    expect(await runner.nextDue()).toBeUndefined();
  });

  it('fires once although two processes look for it', async () => {
    aRunner();
    aRunner(count, journal.ledgerBeside());
    const ids = await Promise.all(Array.from({ length: 40 }, () => arm(1)));
    moveTo(2);
    await quiet();

    expect(await Promise.all(ids.map(countOf))).toEqual(ids.map(() => 1));
  });

  it('does nothing when it was moved while it was being fired', async () => {
    aRunner(async (id) => {
      await count(id);
      if (fired.length === 1) {
        const beside = journal.ledgerBeside();
        await acting(() =>
          beside.transact(async (changes) =>
            changes.arm(THING, id, { kind: 'answer', dueAt: later(100) }),
          ),
        );
      }
    });
    const id = await arm(1);
    moveTo(2);
    await quiet();
    expect(await countOf(id)).toBe(0);
    moveTo(101);
    await quiet();

    expect(await countOf(id)).toBe(1);
    expect(fired.map((each) => each.generation)).toEqual([1, 2]);
  });

  it('may be armed again by its own policy', async () => {
    aRunner((id) =>
      journal.ledger.transact(async (changes) => {
        changes.save(THING, id, counted(await changes.load(THING, id)));
        changes.arm(THING, id, { kind: 'answer', dueAt: addMilliseconds(now, 10_000) });
      }),
    );
    const id = await arm(1);
    moveTo(1);
    await quiet();
    moveTo(11);
    await quiet();

    expect(await countOf(id)).toBe(2);
    expect(await journalFigures(journal.pool)).toMatchObject({ armed: 1 });
  });

  it('is marked as fired when its policy finds nothing to do', async () => {
    aRunner(async () => undefined);
    await arm(1);
    moveTo(1);
    await quiet();

    expect(await journalFigures(journal.pool)).toMatchObject({ armed: 0, parked: 0 });
  });

  it('is parked when its policy refuses, and can be retried', async () => {
    let refusing = true;
    const runner = aRunner(async (id) => {
      if (refusing) throw new Refusal('not-now', 'unmet', { zh: '不', en: 'Not now' });
      await count(id);
    });
    const id = await arm(1);
    moveTo(1);
    await quiet();

    const [parked] = await listParked(journal.pool);
    expect(parked).toMatchObject({ producer: 'deadline', name: 'answer', aggregateId: id });
    refusing = false;
    await runner.retry(parked!.id);
    expect(await countOf(id)).toBe(1);
    expect(await listParked(journal.pool)).toEqual([]);
    await expect(runner.retry(parked!.id)).rejects.toMatchObject({
      code: 'parked-message-unknown',
    });
  });

  it('is not retried when the case has moved it since', async () => {
    let refusing = true;
    const runner = aRunner(async (id) => {
      if (refusing) throw new Refusal('not-now', 'unmet', { zh: '不', en: 'Not now' });
      await count(id);
    });
    const id = await arm(1);
    moveTo(1);
    await quiet();
    const [parked] = await listParked(journal.pool);
    refusing = false;
    await arm(60, id);

    await runner.retry(parked!.id);
    expect(await countOf(id)).toBe(0);
    expect(await listParked(journal.pool)).toEqual([]);
    moveTo(60);
    await quiet();
    expect(await countOf(id)).toBe(1);
  });

  it('is not recorded while effects are halted', async () => {
    const runner = aRunner();
    runner.pause();
    const id = await arm(1);
    moveTo(2);

    expect(await runner.isQuiet()).toBe(false);
    expect(await countOf(id)).toBe(0);
    runner.resume();
    await quiet();
    expect(await countOf(id)).toBe(1);
  });

  it('warns once while effects are halted, with two processes, and is recorded when they go on', async () => {
    const both = [aRunner(), aRunner(count, journal.ledgerBeside())];
    both.forEach((each) => each.pause());
    const id = await arm(1);
    await arm(1, id, 'warning');
    moveTo(2);

    await eventually(() => expect(warned).toEqual([id]));
    await eventually(async () => {
      expect(await journalFigures(journal.pool)).toMatchObject({ armed: 1 });
    });
    expect(await countOf(id)).toBe(0);
    both.forEach((each) => each.resume());
    await quiet();
    expect(await countOf(id)).toBe(1);
    expect(warned).toEqual([id]);
  });

  it.each([
    ['effects are halted', true],
    ['the clock has jumped', false],
  ])('is not retried while %s', async (_when, paused) => {
    let refusing = true;
    let steady = true;
    const runner = aRunner(
      async (id) => {
        if (refusing) throw new Refusal('not-now', 'unmet', { zh: '不', en: 'Not now' });
        await count(id);
      },
      journal.ledger,
      () => steady,
    );
    const id = await arm(1);
    moveTo(1);
    await quiet();
    const [parked] = await listParked(journal.pool);
    refusing = false;
    if (paused) runner.pause();
    else steady = false;

    await expect(runner.retry(parked!.id)).rejects.toMatchObject({ code: 'effects-halted' });
    expect(await countOf(id)).toBe(0);
    runner.resume();
    steady = true;
    await runner.retry(parked!.id);
    expect(await countOf(id)).toBe(1);
  });
});
