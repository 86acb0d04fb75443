import { randomUUID } from 'node:crypto';
import type { EventMessage, Unreadable } from '@onewindow/contracts';
import { Refusal } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { acting, aJournal, type SpecJournal } from '../../test/a-journal.js';
import { MemorySource, MemoryStream } from '../../test/memory-stream.js';
import { counted, made, THING, type ThingToldPayload, ThingToldV1 } from '../../test/thing.js';
import { listParked } from '../operations/parked.js';
import { journalFigures } from '../operations/figures.js';
import { RouteReader } from './route-reader.js';
import { hears, type Subscription } from './subscription.js';

/** The producer is played by a list of messages, the reader is real. */
let journal: SpecJournal;
let stream: MemoryStream;
let source: MemorySource;
let history: EventMessage[];
let confirmed: number;
/** How many messages the producer's journal gave away again. */
let replayed: number;
let readers: RouteReader[];

beforeEach(async () => {
  journal = await aJournal();
  stream = new MemoryStream();
  history = [];
  confirmed = 0;
  replayed = 0;
  readers = [];
  source = aSource();
});
afterEach(async () => {
  await Promise.all(readers.map((reader) => reader.stop()));
  await journal.close();
});

const aSource = () =>
  new MemorySource({
    stream,
    recipient: 'intake-centre',
    replay: async (after, upTo = Number.POSITIVE_INFINITY) => {
      const page = history
        .filter(({ position }) => position > after && position <= upTo)
        .slice(0, 4);
      replayed += page.length;
      return page;
    },
    confirm: async (applied) => {
      confirmed = applied;
      return { last: history.at(-1)?.position ?? 0 };
    },
  });

const aReader = (subscriptions: readonly Subscription[], ledger = journal.ledger): RouteReader => {
  const reader = new RouteReader({
    ledger,
    pool: journal.pool,
    self: 'intake-centre',
    producer: 'approval-bureau',
    source,
    subscriptions,
    pace: {
      fetchMs: 10,
      confirmMs: 10,
      heartbeatMs: 20,
      retryMs: 5,
      lostAfterMs: 50,
      standbyMs: 20,
    },
  });
  readers.push(reader);
  reader.start();
  return reader;
};

/** The next message of the route; the positions in between belong to other routes. */
const aMessage = (aggregateId: string, change: Partial<EventMessage> = {}): EventMessage => {
  const before = history.at(-1)?.position ?? 0;
  const message: EventMessage = {
    eventId: randomUUID(),
    producer: 'approval-bureau',
    recipient: 'intake-centre',
    position: before + 3,
    previousOnRoute: before,
    epoch: 1,
    name: 'intake.thing-told',
    version: 1,
    aggregate: 'case',
    aggregateId,
    aggregateVersion: history.filter((each) => each.aggregateId === aggregateId).length + 1,
    occurredAt: '2026-02-09T02:12:00.000Z' as EventMessage['occurredAt'],
    actor: { kind: 'service', id: 'approval-bureau' },
    cause: 'command:spec/1',
    correlation: 'about',
    hash: '0'.repeat(64),
    payload: JSON.stringify({ thingId: aggregateId, words: 'hello', count: 1 }),
    ...change,
  };
  history.push(message);
  return message;
};
const send = (...messages: EventMessage[]) => stream.stored.push(...messages);

/** Counts in an aggregate of the reader what it hears of each aggregate of the producer. */
const counts = () =>
  hears(ThingToldV1, async (_payload: ThingToldPayload, { aggregateId }) =>
    journal.ledger.transact(async (changes) => {
      const thing = await changes.find(THING, aggregateId);
      if (thing === undefined)
        changes.create(THING, aggregateId, {
          ...made(aggregateId),
          state: { id: aggregateId, count: 1 },
        });
      else changes.save(THING, aggregateId, counted(thing));
    }),
  );
const countOf = async (id: string) => (await journal.ledger.read(THING, id))?.count ?? 0;
const quiet = (reader: RouteReader) => eventually(() => expect(reader.isQuiet()).toBe(true));

describe('A reader of a route', () => {
  it('applies each event once, however often it is delivered', async () => {
    const reader = aReader([counts()]);
    source.shuffle = (items) => [...items, ...items];
    send(...Array.from({ length: 10 }, (_, index) => aMessage(`case-${index % 3}`)));
    await quiet(reader);
    source.redeliver();
    await eventually(() => expect(source.handedOut.length).toBeGreaterThanOrEqual(40));
    await quiet(reader);

    expect(await Promise.all(['case-0', 'case-1', 'case-2'].map(countOf))).toEqual([4, 3, 3]);
    expect(confirmed).toBe(30);
    expect(source.acknowledged.size).toBe(10);
    expect(await journalFigures(journal.pool)).toMatchObject({ consumed: 10, parked: 0 });
  });

  it('keeps the order within an aggregate and goes on with others meanwhile', async () => {
    const order: string[] = [];
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    const reader = aReader([
      hears(ThingToldV1, async (_payload, { aggregateId, aggregateVersion }) => {
        if (aggregateId === 'slow' && aggregateVersion === 1) await held;
        order.push(`${aggregateId} ${aggregateVersion}`);
      }),
    ]);
    send(aMessage('slow'), aMessage('slow'), aMessage('quick'), aMessage('quick'));
    await eventually(() => expect(order).toEqual(['quick 1', 'quick 2']));
    free();
    await quiet(reader);

    expect(order).toEqual(['quick 1', 'quick 2', 'slow 1', 'slow 2']);
  });

  it('acknowledges and confirms nothing before its effect is committed', async () => {
    let begun = false;
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    const reader = aReader([
      hears(ThingToldV1, async (_payload, { aggregateId }) => {
        if (aggregateId !== 'slow') return;
        begun = true;
        await held;
      }),
    ]);
    send(aMessage('slow'), aMessage('quick'));
    await eventually(() => expect([begun, source.acknowledged.has(1)]).toEqual([true, true]));

    expect(source.acknowledged.has(0)).toBe(false);
    expect(confirmed).toBe(0);
    free();
    await quiet(reader);
    expect(source.acknowledged.has(0)).toBe(true);
    expect(confirmed).toBe(6);
  });

  it('fills a hole from the journal of the producer before it goes on', async () => {
    const heard: number[] = [];
    const reader = aReader([
      hears(ThingToldV1, async (_payload, { position }) => void heard.push(position)),
    ]);
    const messages = Array.from({ length: 12 }, () => aMessage('one'));
    send(...messages.filter((_, index) => index === 0 || index === 11));
    await quiet(reader);

    expect(heard).toEqual(messages.map((each) => each.position));
    expect(source.replays).toBeGreaterThan(1);
  });

  it('asks for what was lost at the end, of which no later message tells', async () => {
    const reader = aReader([counts()]);
    send(aMessage('one'));
    aMessage('one');
    aMessage('one');
    await quiet(reader);

    expect(await countOf('one')).toBe(3);
  });

  it('goes on where it was after a restart, whether or not it could acknowledge', async () => {
    const first = aReader([counts()]);
    send(...Array.from({ length: 5 }, () => aMessage('one')));
    await quiet(first);
    await first.stop();
    source = aSource();
    send(aMessage('one'));
    const second = aReader([counts()]);
    await quiet(second);

    expect(await countOf('one')).toBe(6);
  });

  it('parks what it cannot handle together with what follows of that aggregate, and goes on with others', async () => {
    const reader = aReader([counts()]);
    send(
      aMessage('bad', { payload: '{"thingId":"bad"}' }),
      aMessage('bad'),
      aMessage('good'),
      aMessage('odd', { name: 'intake.thing-unheard-of' }),
      aMessage('odd', { payload: 'no json \0' }),
      aMessage('good'),
    );
    await quiet(reader);

    const parked = await listParked(journal.pool);
    expect(
      parked.map(({ position, aggregateId, reason }) => [
        position,
        aggregateId,
        reason.split(':')[0],
      ]),
    ).toEqual([
      [3, 'bad', 'message-not-understood'],
      [12, 'odd', 'message-not-understood'],
      [6, 'bad', 'waits behind a parked message of the same aggregate'],
      [15, 'odd', 'waits behind a parked message of the same aggregate'],
    ]);
    expect(parked[0]?.reason).toContain('words: Required: text');
    expect(await countOf('good')).toBe(2);
    expect(await countOf('bad')).toBe(0);
    expect(source.acknowledged.size).toBe(6);
    expect(replayed).toBe(4);
  });

  it('remembers after a restart which aggregates wait', async () => {
    const first = aReader([]);
    send(aMessage('bad'));
    await quiet(first);
    await first.stop();
    const second = aReader([counts()]);
    send(aMessage('bad'), aMessage('good'));
    // Until it sees that the first one has gone, the second stands by, and that is quiet too.
    await eventually(async () => {
      expect(await countOf('good')).toBe(1);
      expect(await listParked(journal.pool)).toHaveLength(2);
    });
    await quiet(second);

    expect(await countOf('bad')).toBe(0);
  });

  it('handles a parked message and those behind it in order when it is retried', async () => {
    let refusing = true;
    const order: number[] = [];
    const reader = aReader([
      hears(ThingToldV1, async (_payload, { position }) => {
        if (refusing) throw new Refusal('not-yet', 'unmet', { zh: '未', en: 'Not yet' });
        order.push(position);
      }),
    ]);
    send(aMessage('one'), aMessage('one'), aMessage('one'));
    await quiet(reader);
    const [first, second] = await listParked(journal.pool);

    await expect(reader.retry(second!.id)).rejects.toMatchObject({ code: 'parked-message-waits' });
    await expect(reader.retry(first!.id)).rejects.toMatchObject({ code: 'not-yet' });
    refusing = false;
    await reader.retry(first!.id);
    expect(order).toEqual([3, 6, 9]);
    expect(await listParked(journal.pool)).toEqual([]);
    await expect(reader.retry(first!.id)).rejects.toMatchObject({ code: 'parked-message-unknown' });
    send(aMessage('one'));
    await eventually(() => expect(order).toEqual([3, 6, 9, 12]));
  });

  it('handles what was parked behind a message while another process retried it', async () => {
    let refusing = true;
    const gate = Promise.withResolvers<undefined>();
    const order: number[] = [];
    const told = hears(ThingToldV1, async (_payload, { position }) => {
      if (refusing) throw new Refusal('not-yet', 'unmet', { zh: '未', en: 'Not yet' });
      if (position === 3) await gate.promise;
      order.push(position);
    });
    const reading = aReader([told]);
    send(aMessage('one'), aMessage('one'));
    await quiet(reading);
    const standingBy = aReader([told], journal.ledgerBeside());
    const [first] = await listParked(journal.pool);
    refusing = false;
    const retried = standingBy.retry(first!.id);
    send(aMessage('one'));
    await eventually(async () => expect(await listParked(journal.pool)).toHaveLength(3));
    gate.resolve(undefined);
    await retried;

    expect(await listParked(journal.pool)).toEqual([]);
    expect(order).toEqual([3, 6, 9]);
  });

  it('tries again without an end when the trouble is not the message', async () => {
    let failures = 6;
    const reader = aReader([
      hears(ThingToldV1, async () => {
        if (failures-- > 0) throw new Refusal('away', 'unavailable', { zh: '', en: '' });
      }),
    ]);
    send(aMessage('one'));
    await quiet(reader);

    expect(failures).toBe(-1);
    expect(await listParked(journal.pool)).toEqual([]);
  });

  it('parks what makes the code fail again and again', async () => {
    const reader = aReader([
      hears(ThingToldV1, async () => {
        throw new TypeError('cannot read properties of undefined');
      }),
    ]);
    send(aMessage('one'));
    await quiet(reader);

    expect(await listParked(journal.pool)).toMatchObject([
      { reason: 'cannot read properties of undefined' },
    ]);
  });

  it('waits for an event of another producer that a handler misses', async () => {
    const reader = aReader([
      hears(ThingToldV1, async (_payload, { aggregateId }) =>
        journal.ledger.transact(async (changes) => {
          const thing = await changes.load(THING, aggregateId);
          changes.save(THING, aggregateId, counted(thing));
        }),
      ),
    ]);
    send(aMessage('late'));
    await eventually(() => expect(source.handedOut).toHaveLength(1));
    await acting(() =>
      journal.ledger.transact(async (changes) => changes.create(THING, 'late', made('late'))),
    );
    await quiet(reader);

    expect(await countOf('late')).toBe(1);
  });

  it('drops fields that it does not know', async () => {
    const payloads: object[] = [];
    const reader = aReader([
      hears(ThingToldV1, async (payload) => void payloads.push({ ...payload })),
    ]);
    const known = { thingId: 'one', words: 'hello', count: 1 };
    send(aMessage('one', { payload: JSON.stringify({ ...known, later: true }) }));
    await quiet(reader);

    expect(payloads).toEqual([known]);
  });

  it('sets aside a delivery that is no event, and what another producer cannot have sent', async () => {
    const reader = aReader([counts()]);
    const garbage: Unreadable = {
      unreadable: true,
      subject: 'evt.x',
      reason: 'no headers',
      body: '\0',
    };
    stream.stored.push(garbage);
    send({ ...aMessage('one'), producer: 'supervision-north' });
    history.length = 0;
    send(aMessage('one'));
    await quiet(reader);

    expect((await listParked(journal.pool)).map((each) => [each.position, each.reason])).toEqual([
      [0, 'no headers'],
      [0, 'is from supervision-north for intake-centre'],
    ]);
    expect(await countOf('one')).toBe(1);
    const [first] = await listParked(journal.pool);
    await reader.retry(first!.id);
    expect(await listParked(journal.pool)).toHaveLength(1);
  });

  it.each([
    ['where the next one belongs', 0],
    ['behind a hole that nobody can fill', 1_000],
  ])('sets aside what its producer never wrote, %s, and applies what did', async (_, beyond) => {
    const reader = aReader([counts()]);
    send(aMessage('one'));
    await quiet(reader);
    const stray = aMessage('stray', { payload: '{}' });
    history.pop();
    send({
      ...stray,
      position: stray.position + beyond,
      previousOnRoute: stray.previousOnRoute + beyond,
    });
    send(aMessage('one'), aMessage('one'));
    await eventually(() => expect(confirmed).toBe(history.at(-1)?.position));

    expect(await listParked(journal.pool)).toMatchObject([
      { position: 0, reason: expect.stringContaining('the journal of approval-bureau does not') },
    ]);
    expect(await countOf('one')).toBe(3);
  });

  it('marks a message as handled although it changed nothing', async () => {
    const reader = aReader([hears(ThingToldV1, async () => undefined)]);
    send(aMessage('one'));
    await quiet(reader);

    expect(await journalFigures(journal.pool)).toMatchObject({ consumed: 1, journal: 0 });
  });

  it('leaves a route to the process that reads it already, and takes it over from that', async () => {
    const first = aReader([counts()]);
    send(aMessage('one'));
    await quiet(first);
    const second = aReader([counts()], journal.ledgerBeside());
    await quiet(second);
    send(aMessage('one'), aMessage('two'));
    await eventually(async () => expect(await countOf('two')).toBe(1));
    expect(source.handedOut).toHaveLength(3);
    await first.stop();
    send(aMessage('two'));

    await eventually(async () => expect(await countOf('two')).toBe(2));
    expect(await countOf('one')).toBe(2);
  });

  it('goes on without a wait for redelivery when the producer could not be asked for a while', async () => {
    const heard: number[] = [];
    let away = true;
    const answer = source.replay.bind(source);
    source.replay = (after) =>
      away ? Promise.reject(new Refusal('away', 'timeout', { zh: '', en: '' })) : answer(after);
    const reader = aReader([
      hears(ThingToldV1, async (_payload, { position }) => void heard.push(position)),
    ]);
    const messages = Array.from({ length: 5 }, () => aMessage('one'));
    send(...messages.slice(2));
    await eventually(() => expect(source.handedOut.length).toBeGreaterThan(3));
    away = false;
    await quiet(reader);

    expect(heard).toEqual(messages.map((each) => each.position));
  });

  it('reads on while the producer does not answer', async () => {
    const reader = aReader([counts()]);
    await quiet(reader);
    source.confirm = () => new Promise(() => undefined);
    for (let index = 1; index <= 3; index += 1) {
      send(aMessage('one'));
      await eventually(async () => expect(await countOf('one')).toBe(index));
    }
    expect(reader.isQuiet()).toBe(false);
  });

  it('stops although the producer does not answer any more', async () => {
    const reader = aReader([counts()]);
    await quiet(reader);
    source.confirm = () => new Promise(() => undefined);
    send(aMessage('one'));
    await eventually(async () => expect(await countOf('one')).toBe(1));
    const began = performance.now();
    await reader.stop();

    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('survives that every connection to the database is cut', async () => {
    const reader = aReader([counts()]);
    for (let index = 0; index < 5; index += 1) {
      send(...Array.from({ length: 20 }, (_, each) => aMessage(`case-${each % 4}`)));
      await journal.tamperer.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    }
    await quiet(reader);

    const counted = await Promise.all([0, 1, 2, 3].map((each) => countOf(`case-${each}`)));
    expect(counted).toEqual([25, 25, 25, 25]);
    expect(await listParked(journal.pool)).toEqual([]);
  });
});
