import { randomUUID } from 'node:crypto';
import { eventually } from '@onewindow/testing';
import fc from 'fast-check';
import { acting, aJournal, cutting, type SpecJournal } from '../test/a-journal.js';
import { MemorySource, MemoryStream } from '../test/memory-stream.js';
import { made, THING, told, ThingToldV1 } from '../test/thing.js';
import { RouteReader } from './reader/route-reader.js';
import { hears } from './reader/subscription.js';
import { Relay } from './relay/relay.js';
import { confirmRoute, replayRoute } from './relay/route-protocol.js';
import { verifyJournal } from './verify/verify-journal.js';

/** A producer and a reader with a database each, and between them a stream that keeps no promise. */
let producer: SpecJournal;
let reader: SpecJournal;

beforeAll(async () => {
  [producer, reader] = await Promise.all([aJournal(), aJournal({ self: 'approval-bureau' })]);
});
afterAll(() => Promise.all([producer.close(), reader.close()]));

type Trouble =
  | 'tell'
  | 'roll the stream back'
  | 'make the stream anew'
  | 'the stream goes away'
  | 'another relay'
  | 'cut every connection'
  | 'deliver again'
  | 'restart the reader'
  | 'lose a delivery'
  | 'cut a commit';

const trouble = fc.constantFrom<Trouble>(
  'tell',
  'tell',
  'tell',
  'roll the stream back',
  'make the stream anew',
  'the stream goes away',
  'another relay',
  'cut every connection',
  'deliver again',
  'restart the reader',
  'lose a delivery',
  'cut a commit',
);

/** One run of a story of troubles, healed at its end. */
class World {
  readonly stream = new MemoryStream();
  private readonly source = new MemorySource({
    stream: this.stream,
    recipient: 'approval-bureau',
    replay: (after) =>
      replayRoute(producer.pool, { self: 'intake-centre', reader: 'approval-bureau', after }),
    confirm: (applied) => confirmRoute(producer.pool, { reader: 'approval-bureau', applied }),
  });
  private readonly relays: Relay[] = [];
  private readers: RouteReader[] = [];
  private cuts: ('before' | 'after')[] = [];
  private readonly ledger = reader.ledgerBeside({
    self: 'approval-bureau',
    pool: cutting(reader.pool, () => this.cuts.shift()),
  });
  readonly expected = new Map<string, number>();

  start(): void {
    this.relay();
    this.read();
  }

  async meet(what: Trouble): Promise<void> {
    switch (what) {
      case 'tell':
        return this.tell();
      case 'roll the stream back':
        return this.stream.rollBackTo(Math.floor(this.stream.stored.length / 2));
      case 'make the stream anew':
        return this.stream.makeAnew();
      case 'the stream goes away':
        this.stream.away = true;
        return;
      case 'another relay':
        return this.relay();
      case 'cut every connection':
        await Promise.all([producer, reader].map(cutConnections));
        return;
      case 'deliver again':
        return this.source.redeliver();
      case 'restart the reader':
        await this.readers.pop()?.stop();
        return this.read();
      case 'lose a delivery':
        this.source.skips.add(this.stream.stored.length);
        return;
      case 'cut a commit':
        this.cuts.push('after', 'before');
        return;
    }
  }

  /** Everything is well again: the story has to end as if nothing had been. */
  async heal(): Promise<void> {
    this.stream.away = false;
    this.source.skips.clear();
    await eventually(
      async () => {
        for (const [id, count] of this.expected) {
          expect(await reader.ledger.read(THING, id)).toEqual({ id, count });
        }
      },
      { withinMs: 60_000 },
    );
  }

  async stop(): Promise<void> {
    await Promise.all([...this.readers, ...this.relays].map((each) => each.stop()));
    await this.ledger.close();
  }

  private async tell(): Promise<void> {
    const id = randomUUID();
    await acting(() =>
      producer.ledger.transact(async (changes) => {
        changes.create(THING, id, made(id));
        for (let count = 1; count <= 4; count += 1) {
          changes.save(THING, id, told(await changes.load(THING, id)));
        }
      }),
    );
    this.expected.set(id, 4);
  }

  private relay(): void {
    const relay = new Relay({
      pool: producer.pool,
      publisher: this.stream,
      self: 'intake-centre',
      pace: { batch: 3, pollMs: 5, checkMs: 20, standbyMs: 10, retryMs: 20 },
    });
    relay.start();
    this.relays.push(relay);
  }

  private read(): void {
    const { ledger } = this;
    const next = new RouteReader({
      ledger,
      pool: reader.pool,
      self: 'approval-bureau',
      producer: 'intake-centre',
      source: this.source,
      subscriptions: [
        hears(ThingToldV1, async ({ thingId, count }) =>
          ledger.transact(async (changes) => {
            const thing = await changes.find(THING, thingId);
            // Out of order or a second time would be seen here.
            if (count !== (thing?.count ?? 0) + 1) throw new TypeError(`heard ${count}`);
            const change = { state: { id: thingId, count }, events: made(thingId).events };
            if (thing === undefined) changes.create(THING, thingId, change);
            else changes.save(THING, thingId, change);
          }),
        ),
      ],
      pace: {
        fetchMs: 5,
        confirmMs: 5,
        heartbeatMs: 10,
        retryMs: 2,
        lostAfterMs: 30,
        standbyMs: 5,
      },
    });
    next.start();
    this.readers.push(next);
  }
}

const cutConnections = ({ tamperer }: SpecJournal) =>
  tamperer.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );

describe('Delivery from one service to another', () => {
  it('loses nothing, applies nothing twice and keeps the order, whatever happens in between', async () => {
    const seed = Number(process.env['OW_SEED'] ?? Date.now());
    console.info(`seed ${seed}`);
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { minLength: 5, maxLength: 25 }), async (story) => {
        await producer.tamperer.query(FORGET);
        await reader.tamperer.query(FORGET);
        const world = new World();
        world.start();
        try {
          for (const what of story) await world.meet(what);
          await world.heal();
        } finally {
          await world.stop();
        }
        const { rows } = await reader.pool.query('select * from parked_message');
        expect(rows).toEqual([]);
      }),
      { seed, numRuns: 12, endOnFailure: true },
    );
    for (const { pool } of [producer, reader]) {
      expect((await verifyJournal(pool)).faults).toEqual([]);
    }
  });
});

/** Each story is told by a city of its own. */
const FORGET = `truncate journal, journal_queue, journal_position, journal_epoch, reader_confirmation,
  inbox, inbox_cursor, parked_message, thing`;
