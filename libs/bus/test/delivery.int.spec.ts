import { type EventMessage, isUnreadable, WrongLastSequence } from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import type { JetStreamSource } from '../src/index.js';
import { aBus, type SpecBus } from './a-bus.js';
import { APPROVAL, CITY, INTAKE, MARKET, messages } from './spec-network.js';

let bus: SpecBus;

beforeEach(async () => {
  bus = await aBus();
  await bus.provisioner();
});

afterEach(() => bus.stop());

const LONGER_THAN_A_REQUEST_MAY_BE_SILENT_MS = 3_500;

/** Fetches and acknowledges until so many have come. */
async function read(source: JetStreamSource, count: number): Promise<EventMessage[]> {
  const got: EventMessage[] = [];
  await eventually(
    async () => {
      for (const received of await source.fetch(100, 500)) {
        const { message } = received;
        if (isUnreadable(message)) throw new Error(message.reason);
        got.push(message);
        await received.ack();
      }
      expect(got.length).toBeGreaterThanOrEqual(count);
    },
    { withinMs: 60_000 },
  );
  return got;
}

describe('Events on their way', () => {
  it('arrive whole and in order within the hub', async () => {
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(INTAKE, APPROVAL);
    const sent = messages(1, 250, APPROVAL, INTAKE);

    await publisher.publish(sent, 0);

    expect(await read(source, 250)).toEqual(sent);
  });

  it('arrive in a department through its imports', async () => {
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    const sent = messages(1, 3, APPROVAL, MARKET);

    await publisher.publish(sent, 0);

    expect(await read(source, 3)).toEqual(sent);
  });

  it('are taken in by a process that stood still when they came', async () => {
    const publisher = await bus.publisherOf(APPROVAL, 30_000);
    const { source, connection } = await bus.sourceOf(INTAKE, APPROVAL);
    const fetched = source.fetch(1, 8_000);
    await connection.nats.flush();
    const published = publisher.publish(messages(1, 1, APPROVAL, INTAKE), 0);
    await new Promise(setImmediate);

    const end = performance.now() + LONGER_THAN_A_REQUEST_MAY_BE_SILENT_MS;
    while (performance.now() < end);

    expect(await fetched).toHaveLength(1);
    await published;
    expect(bus.log.lines.map(({ sentence }) => sentence)).not.toContain(
      'Reading a route was interrupted and goes on.',
    );
  });

  it('are published by a department into its stream of the hub, chained', async () => {
    const publisher = await bus.publisherOf(MARKET);
    const { source } = await bus.sourceOf(APPROVAL, MARKET);
    const sent = messages(1, 500, MARKET, APPROVAL);

    await publisher.publish(sent.slice(0, 250), 0);
    await publisher.publish(sent.slice(250), 250);

    expect(await publisher.state()).toMatchObject({ lastSequence: 500, lastPosition: 500 });
    expect(await read(source, 500)).toEqual(sent);
  });

  it('reach only the reader that they are for', async () => {
    const publisher = await bus.publisherOf(APPROVAL);
    const market = await bus.sourceOf(MARKET, APPROVAL);
    const city = await bus.sourceOf(CITY, APPROVAL);
    await publisher.publish(messages(1, 2, APPROVAL, MARKET), 0);
    await publisher.publish(messages(3, 2, APPROVAL, CITY), 2);

    expect((await read(market.source, 2)).map((each) => each.position)).toEqual([1, 2]);
    expect((await read(city.source, 2)).map((each) => each.position)).toEqual([3, 4]);
    expect(await market.source.fetch(10, 300)).toEqual([]);
  });

  it.each([
    ['the hub', APPROVAL, MARKET],
    ['a department', MARKET, APPROVAL],
  ] as const)(
    'of a relay that is behind are refused with the end of the stream: %s',
    async (_, producer, recipient) => {
      const publisher = await bus.publisherOf(producer);
      await publisher.publish(messages(1, 5, producer, recipient), 0);

      await expect(publisher.publish(messages(9, 3, producer, recipient), 8)).rejects.toEqual(
        new WrongLastSequence(5),
      );
      await expect(publisher.publish(messages(3, 3, producer, recipient), 0)).rejects.toThrow(
        WrongLastSequence,
      );
      expect(await publisher.state()).toMatchObject({ lastSequence: 5 });
    },
  );

  it('that a woken-up old relay publishes again change nothing', async () => {
    const publisher = await bus.publisherOf(APPROVAL);
    const old = await bus.publisherOf(APPROVAL);
    await publisher.publish(messages(1, 10), 0);

    await old.publish(messages(6, 5), 5);

    expect(await publisher.state()).toMatchObject({ lastSequence: 10 });
  });

  it('come again when they are not acknowledged, after the delay that was asked for', async () => {
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    await publisher.publish(messages(1, 1), 0);

    const [first] = await source.fetch(1, 2_000);
    const naked = Date.now();
    first?.nak(400);

    expect(await read(source, 1)).toEqual(messages(1, 1));
    expect(Date.now() - naked).toBeGreaterThanOrEqual(350);
  });

  it('that were fetched ahead by a reader that closes go to the next one at once', async () => {
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    await publisher.publish(messages(1, 20), 0);
    expect(await source.fetch(1, 2_000)).toHaveLength(1);

    await source.close();
    const next = await bus.sourceOf(MARKET, APPROVAL);

    expect((await read(next.source, 19)).length).toBeGreaterThanOrEqual(19);
  });

  it('that somebody mangled are told as unreadable, never taken for events', async () => {
    const { nats } = await bus.connectAs(APPROVAL, 'events');
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    nats.publish('evt.approval.bureau.supervision-market.case-noted.v1', 'no headers');
    await nats.flush();

    const [received] = await source.fetch(1, 2_000);

    expect(received?.message).toMatchObject({
      unreadable: true,
      body: 'no headers',
      subject: 'evt.approval.bureau.supervision-market.case-noted.v1',
    });
    expect(await publisher.state()).toMatchObject({ lastPosition: 0 });
  });
});
