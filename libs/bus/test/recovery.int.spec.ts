import { type EventMessage, isUnreadable, StreamUnavailable } from '@onewindow/contracts';
import { eventually } from '@onewindow/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JetStreamPublisher, JetStreamSource } from '../src/index.js';
import { JetStreamApi } from '../src/provisioner/jetstream-api.js';
import { provisioningPlan } from '../src/provisioner/plan.js';
import { aBus, type SpecBus } from './a-bus.js';
import { aMessage, APPROVAL, MARKET, messages, network, PROVISIONER } from './spec-network.js';

let bus: SpecBus;

beforeEach(async () => {
  bus = await aBus();
});

afterEach(() => bus.stop());

/**
 * Every connection comes back in its own time, and a message that the broker handed to a request which its reader had
 * given up comes again after the durable's acknowledgement wait of ten seconds.
 */
const HEALED_WITHIN = { withinMs: 60_000 };
const plan = provisioningPlan(network);
const durable = plan.durables.find(
  ({ stream, config }) => stream === 'EVT_approval_bureau' && config.durable_name === MARKET,
)!;

async function reads(source: JetStreamSource, position: number): Promise<void> {
  await eventually(async () => {
    const received = await source.fetch(100, 300);
    for (const each of received) await each.ack();
    expect(received.map(({ message }) => (message as EventMessage).position)).toContain(position);
  }, HEALED_WITHIN);
}

/**
 * Publishes as a relay does: again, until it is stored. Each connection comes back in its own time, so that the state of a
 * stream can be told before the publisher is connected; what was stored already is acknowledged as a duplicate.
 */
async function published(
  publisher: JetStreamPublisher,
  batch: readonly EventMessage[],
  expectedLastSequence: number,
): Promise<void> {
  await eventually(async () => publisher.publish(batch, expectedLastSequence), HEALED_WITHIN);
}

describe('The provisioner', () => {
  it('makes every stream and durable of the contracts, and finds nothing to do after that', async () => {
    await bus.provisioner();
    const api = new JetStreamApi(await bus.connectAs(PROVISIONER, 'commands'));

    for (const stream of plan.streams)
      expect(await api.stream(stream.name)).toMatchObject({ config: stream });
    for (const each of plan.durables)
      expect(await api.durable(each)).toMatchObject({ config: each.config });
    bus.log.lines.length = 0;
    await bus.provisioner();
    expect(bus.log.lines.filter(({ sentence }) => sentence === 'Restored.')).toEqual([]);
  });

  it('heals a store that was deleted while the broker was down; relay and reader go on', async () => {
    await bus.provisioner();
    const publisher = await bus.publisherOf(MARKET);
    const { source } = await bus.sourceOf(APPROVAL, MARKET);
    await published(publisher, messages(1, 5, MARKET, APPROVAL), 0);
    await reads(source, 5);
    const before = await publisher.state();

    await bus.server.kill();
    bus.server.wipeStore();
    await expect(publisher.publish(messages(6, 1, MARKET, APPROVAL), 5)).rejects.toThrow(
      StreamUnavailable,
    );
    await bus.server.start();

    const after = await eventually(async () => {
      const state = await publisher.state();
      expect(state.created).not.toBe(before.created);
      return state;
    }, HEALED_WITHIN);
    expect(after.lastSequence).toBe(0);
    await published(publisher, [aMessage(6, MARKET, APPROVAL)], 0);
    await reads(source, 6);
  });

  it('makes a durable anew that stands beyond the end of a rolled-back stream', async () => {
    const provisioner = await bus.provisioner();
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    await published(publisher, messages(1, 3), 0);
    await reads(source, 3);
    const copy = join(mkdtempSync(join(tmpdir(), 'onewindow-store-')), 'copy');
    await bus.server.pause();
    bus.server.copyStore(copy);
    await bus.server.start();
    await published(publisher, [aMessage(4), aMessage(5)], 3);
    await reads(source, 5);

    await bus.server.pause();
    const consumers = 'jetstream/CENTRE/streams/EVT_approval_bureau/obs';
    const newer = join(copy, '..', 'newer');
    bus.server.copyStore(newer);
    rmSync(join(copy, consumers), { recursive: true });
    const { cpSync } = await import('node:fs');
    cpSync(join(newer, consumers), join(copy, consumers), { recursive: true });
    bus.server.restoreStore(copy);
    await bus.server.start();

    await eventually(() => {
      expect(bus.log.lines.map(({ fields }) => fields?.['did'])).toContain(
        'made anew durable EVT_approval_bureau supervision-market',
      );
    }, HEALED_WITHIN);
    await eventually(async () => {
      expect(await publisher.state()).toMatchObject({ lastSequence: 3 });
    }, HEALED_WITHIN);
    await published(publisher, [aMessage(4), aMessage(5), aMessage(6)], 3);
    await reads(source, 6);
    expect(provisioner.isReady).toBe(true);
    rmSync(join(copy, '..'), { recursive: true });
  });

  it('changes back what somebody changed', async () => {
    const provisioner = await bus.provisioner();
    await provisioner.stop();
    const api = new JetStreamApi(await bus.connectAs(PROVISIONER, 'commands'));
    const [stream] = plan.streams;
    await api.updateStream({
      ...stream!,
      max_age: 60_000_000_000,
      duplicate_window: 1_000_000_000,
    });
    await api.deleteDurable(durable);
    await api.createDurable({ ...durable, config: { ...durable.config, max_ack_pending: 1 } });

    await bus.provisioner();

    expect(await api.stream(stream!.name)).toMatchObject({ config: stream });
    expect(await api.durable(durable)).toMatchObject({ config: durable.config });
  });

  it('keeps the acknowledgements of a broker that was killed', async () => {
    await bus.provisioner();
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    await published(publisher, messages(1, 100), 0);

    await bus.server.kill();
    await bus.server.start();

    await published(publisher, [aMessage(101)], 100);
    await reads(source, 101);
    await eventually(async () => {
      expect(await publisher.state()).toMatchObject({ lastSequence: 101 });
    }, HEALED_WITHIN);
  });
});

describe('A reader', () => {
  it('goes on after its durable was deleted and made again', async () => {
    await bus.provisioner();
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    await published(publisher, [aMessage(1)], 0);
    await reads(source, 1);
    const waiting = source.fetch(10, 500);
    const api = new JetStreamApi(await bus.connectAs(PROVISIONER, 'commands'));

    await api.deleteDurable(durable);
    await waiting;
    await published(publisher, [aMessage(2)], 1);

    await reads(source, 2);
  });

  it('gets an empty answer and no error while there is nothing to read from', async () => {
    const { source } = await bus.sourceOf(MARKET, APPROVAL);

    expect(await source.fetch(10, 300)).toEqual([]);
    await bus.provisioner();
    const publisher = await bus.publisherOf(APPROVAL);
    await published(publisher, [aMessage(1)], 0);

    await reads(source, 1);
  });

  it('survives a broker that stands still until heartbeats are missed', async () => {
    await bus.provisioner();
    const publisher = await bus.publisherOf(APPROVAL);
    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    await source.fetch(1, 100);
    const { pid } = bus.server;

    process.kill(pid!, 'SIGSTOP');
    await eventually(async () => {
      await source.fetch(1, 200);
      expect(bus.log.lines.map(({ fields }) => fields?.['reason'])).toContain('silence');
    }, HEALED_WITHIN);
    process.kill(pid!, 'SIGCONT');

    await published(publisher, [aMessage(1)], 0);
    await reads(source, 1);
  });

  it('that was killed leaves its messages to the next one', async () => {
    await bus.provisioner();
    const publisher = await bus.publisherOf(APPROVAL);
    const killed = await bus.sourceOf(MARKET, APPROVAL);
    await published(publisher, messages(1, 10), 0);
    // A fetch gives what there is so far.
    let held = 0;
    await eventually(async () => {
      held += (await killed.source.fetch(10, 500)).length;
      expect(held).toBe(10);
    }, HEALED_WITHIN);
    await killed.connection.nats.close();

    const { source } = await bus.sourceOf(MARKET, APPROVAL);
    const positions = new Set<number>();
    await eventually(async () => {
      for (const received of await source.fetch(10, 500)) {
        const { message } = received;
        if (!isUnreadable(message)) positions.add(message.position);
        await received.ack();
      }
      expect(positions.size).toBe(10);
    }, HEALED_WITHIN);
  });
});
