import { randomUUID } from 'node:crypto';
import { MAX_BODY_BYTES, type EventMessage } from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import { acting, aJournal, type SpecJournal } from '../../test/a-journal.js';
import { MemoryStream } from '../../test/memory-stream.js';
import { made, THING, told, type ThingEvent } from '../../test/thing.js';
import { verifyJournal } from '../verify/verify-journal.js';
import { Relay } from './relay.js';
import { confirmRoute, replayRoute } from './route-protocol.js';

let journal: SpecJournal;
let stream: MemoryStream;
let relays: Relay[];

beforeEach(async () => {
  journal = await aJournal();
  stream = new MemoryStream();
  relays = [];
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop(200)));
  await journal.close();
});

const aRelay = (): Relay => {
  const relay = new Relay({
    pool: journal.pool,
    publisher: stream,
    self: 'intake-centre',
    pace: { batch: 7, pollMs: 20, checkMs: 50, standbyMs: 20, retryMs: 50 },
  });
  relays.push(relay);
  relay.start();
  return relay;
};

const tell = async (times: number, events: readonly ThingEvent[] = []) => {
  const id = randomUUID();
  await acting(() =>
    journal.ledger.transact(async (changes) => {
      changes.create(THING, id, made(id));
      for (let index = 0; index < times; index += 1) {
        const thing = await changes.load(THING, id);
        changes.save(THING, id, told(thing, String(index)));
      }
      if (events.length > 0)
        changes.save(THING, id, { state: await changes.load(THING, id), events });
    }),
  );
  return id;
};

const positions = (messages: readonly (EventMessage | object)[]) =>
  messages.map((message) => (message as EventMessage).position);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const published = (count: number) =>
  eventually(() => expect(positions(stream.stored)).toEqual(upTo(count)));

describe('The relay', () => {
  it('publishes what is committed with gapless positions, in the order of each aggregate', async () => {
    aRelay();
    const ids = await Promise.all(Array.from({ length: 6 }, () => tell(5)));

    await published(30);
    for (const id of ids) {
      const own = stream.arrived.filter((message) => message.aggregateId === id);
      expect(own.map((message) => message.aggregateVersion)).toEqual([2, 3, 4, 5, 6]);
    }
    expect((await verifyJournal(journal.pool)).faults).toEqual([]);
  });

  it('names on each route the position before', async () => {
    aRelay();
    await tell(1, [{ type: 'thing-told-twice' }, { type: 'thing-told', words: 'x' }]);
    await tell(0, [{ type: 'thing-told-twice' }]);

    await published(6);
    const routes = stream.arrived.map((each) => [
      each.recipient,
      each.position,
      each.previousOnRoute,
    ]);
    expect(routes).toEqual([
      ['approval-bureau', 1, 0],
      ['approval-bureau', 2, 1],
      ['supervision-north', 3, 0],
      ['approval-bureau', 4, 2],
      ['approval-bureau', 5, 4],
      ['supervision-north', 6, 3],
    ]);
  });

  it('goes on where the stream ends after it was killed between positions and publishing', async () => {
    stream.away = true;
    const first = aRelay();
    await tell(3);
    await first.stop(0);
    await journal.pool.query('select * from journal_assign_positions(100)');
    stream.away = false;
    aRelay();
    await tell(2);

    await published(5);
  });

  it('settles its doubt about a batch that was cut off in the middle', async () => {
    await tell(7);
    stream.onStored = (message) => {
      if (message.position === 4) {
        stream.away = true;
        setTimeout(() => (stream.away = false), 30);
        stream.onStored = () => undefined;
      }
    };
    aRelay();

    await published(7);
    expect(stream.arrived).toHaveLength(7);
  });

  it('publishes again what a rolled back stream has lost', async () => {
    aRelay();
    await tell(9);
    await published(9);
    stream.rollBackTo(4);

    await published(9);
    await tell(1);
    await published(10);
  });

  it('fills a stream that was made anew from the lowest unconfirmed position, in a new epoch', async () => {
    aRelay();
    await tell(4, [{ type: 'thing-told-twice' }]);
    await published(6);
    await confirmRoute(journal.pool, { reader: 'approval-bureau', applied: 5 });
    await confirmRoute(journal.pool, { reader: 'supervision-north', applied: 0 });
    stream.makeAnew();
    await tell(1);

    await eventually(() => expect(positions(stream.stored)).toEqual([6, 7]));
    expect(stream.stored.map((message) => (message as EventMessage).epoch)).toEqual([2, 2]);
    stream.makeAnew();
    await eventually(() => expect(positions(stream.stored)).toEqual([6, 7]));
    const { rows } = await journal.pool.query(
      'select epoch, base from journal_epoch order by epoch',
    );
    expect(rows).toEqual([
      { epoch: 1, base: '0' },
      { epoch: 2, base: '5' },
      { epoch: 3, base: '5' },
    ]);
  });

  it('stands by while another one relays, and takes over from it', async () => {
    const first = aRelay();
    await eventually(() => expect(first.state().phase).toBe('publishing'));
    const second = aRelay();
    await eventually(() => expect(second.state().phase).toBe('standby'));
    await tell(3);
    await published(3);
    await first.stop();
    await tell(3);

    await published(6);
  });

  it('is fenced when it wakes up after another one took over', async () => {
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    stream.onStored = (message) => (message.position === 2 ? asleep : undefined);
    const old = aRelay();
    await tell(5);
    await eventually(() => expect(stream.stored).toHaveLength(2));
    await journal.tamperer.query(
      `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and d.datname = current_database()`,
    );
    stream.onStored = () => undefined;
    aRelay();
    await published(5);
    wake();
    await tell(5);

    await published(10);
    expect(stream.arrived).toHaveLength(10);
    await eventually(() => expect(['publishing', 'standby']).toContain(old.state().phase));
  });

  it('goes on behind what somebody else has put into its stream', async () => {
    const first = aRelay();
    await tell(3);
    await published(3);
    await first.stop();
    stream.stored.push({ unreadable: true, subject: 'evt.x', reason: 'no headers', body: '' });
    aRelay();
    await eventually(async () => {
      const { rows } = await journal.pool.query('select from journal_epoch');
      expect(rows).toHaveLength(2);
    });
    await tell(2);

    await eventually(() => expect(positions(stream.arrived)).toEqual(upTo(5)));
  });

  it('halts when its journal is behind its own stream', async () => {
    const first = aRelay();
    await tell(3);
    await published(3);
    await first.stop();
    await journal.tamperer.query('delete from journal_position where position > 1');
    const second = aRelay();

    await eventually(() => expect(second.state().phase).toBe('halted'));
  });

  it('publishes although nobody can tell it about its stream for a while', async () => {
    const relay = aRelay();
    await eventually(() => expect(relay.state().phase).toBe('publishing'));
    const asked: string[] = [];
    stream.state = () => {
      asked.push('state');
      return new Promise(() => undefined);
    };
    await eventually(() => expect(asked).toHaveLength(1));
    await tell(3);

    await published(3);
  });

  it('publishes what is committed before it stops', async () => {
    const relay = aRelay();
    await eventually(() => expect(relay.state().phase).toBe('publishing'));
    await tell(20);
    await relay.stop();

    expect(positions(stream.stored)).toEqual(upTo(20));
    expect(relay.state().phase).toBe('stopped');
  });

  it('survives the loss of its connection to the database', async () => {
    aRelay();
    await tell(2);
    await published(2);
    await journal.tamperer.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await tell(2);

    await published(4);
  });
});

describe('The routes of a producer', () => {
  it('give a reader its own messages again, in pages that fit into a reply', async () => {
    const relay = aRelay();
    await tell(0, [
      { type: 'thing-told', words: 'x'.repeat(2000) },
      { type: 'thing-told-twice' },
      ...Array.from(
        { length: 60 },
        () => ({ type: 'thing-told', words: 'y'.repeat(9000) }) as const,
      ),
    ]);
    await eventually(() => expect(relay.state().published).toBe(63));
    const route = { self: 'intake-centre', reader: 'approval-bureau' } as const;
    const page = await replayRoute(journal.pool, { ...route, after: 0 });

    expect(page.length).toBeLessThan(60);
    expect(positions(page).slice(0, 3)).toEqual([1, 2, 4]);
    const next = await replayRoute(journal.pool, { ...route, after: page.at(-1)!.position });
    expect(next[0]?.previousOnRoute).toBe(page.at(-1)?.position);
    expect(await replayRoute(journal.pool, { ...route, after: 0, upTo: 2 })).toHaveLength(2);
    expect(page[0]).toEqual(stream.arrived[0]);
  });

  it('give pages that fit into a reply also where every character takes three bytes', async () => {
    const id = randomUUID();
    await acting(() =>
      journal.ledger.transact(async (changes) => {
        changes.create(THING, id, made(id));
        for (const length of [...Array<number>(12).fill(9_000), 60_000]) {
          const thing = await changes.load(THING, id);
          changes.save(THING, id, told(thing, '证'.repeat(length)));
        }
      }),
    );
    const relay = aRelay();
    await eventually(() => expect(relay.state().published).toBe(13));
    const route = { self: 'intake-centre', reader: 'approval-bureau' } as const;
    const seen: number[] = [];
    while (seen.length < 13) {
      const messages = await replayRoute(journal.pool, { ...route, after: seen.at(-1) ?? 0 });
      expect(messages).not.toHaveLength(0);
      expect(Buffer.byteLength(JSON.stringify({ messages }))).toBeLessThan(MAX_BODY_BYTES - 1_000);
      seen.push(...positions(messages));
    }

    expect(seen).toEqual(upTo(13));
  });

  it('tell a reader the end of its route', async () => {
    aRelay();
    await tell(1, [{ type: 'thing-told-twice' }]);
    await published(3);

    expect(await confirmRoute(journal.pool, { reader: 'approval-bureau', applied: 1 })).toEqual({
      last: 2,
    });
    expect(await confirmRoute(journal.pool, { reader: 'supervision-south', applied: 0 })).toEqual({
      last: 0,
    });
  });
});
