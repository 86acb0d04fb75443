import { readFileSync } from 'node:fs';
import {
  type EventMessage,
  isUnreadable,
  type ParticipantToken,
  StreamUnavailable,
} from '@onewindow/contracts';
import { freePort } from '@onewindow/local-servers';
import { aNatsServer, eventually, type SpecNatsServer } from '@onewindow/testing';
import {
  brokerConfig,
  type JetStreamPublisher,
  type JetStreamSource,
  makeKeys,
  publicKeysOf,
} from '../src/index.js';
import { JetStreamApi } from '../src/provisioner/jetstream-api.js';
import { provisioningPlan } from '../src/provisioner/plan.js';
import { aBusAt } from './a-bus.js';
import {
  APPROVAL,
  INTAKE,
  MARKET,
  messages,
  network,
  PROVISIONER,
  topology,
} from './spec-network.js';

const SERVERS = ['one', 'two', 'three'];
const COPIES = { replicas: SERVERS.length };
/** A new leader is elected within seconds; a busy machine takes longer. */
const LED_AGAIN = { withinMs: 90_000, everyMs: 100 };
/** Three brokers go and come back, one after the other. */
const SLOW_MS = 600_000;

/** Three brokers that keep a copy of every stream each. */
async function aCluster() {
  const keys = makeKeys(topology);
  const addresses = () => Promise.all(SERVERS.map(async () => `127.0.0.1:${await freePort()}`));
  const [peers, monitors] = await Promise.all([addresses(), addresses()]);
  const servers = await Promise.all(
    SERVERS.map((serverName, index) => {
      const cluster = {
        name: 'specs',
        listen: peers[index] ?? '',
        peers,
        password: 'route-secret',
      };
      const monitor = monitors[index] ?? '';
      const config = brokerConfig(network, publicKeysOf(keys), { serverName, cluster, monitor });
      return aNatsServer({ config });
    }),
  );
  const stop = async () => {
    await Promise.all(servers.map((each) => each.stop()));
  };
  /** Resolves when every broker has caught up with the others, as its health page tells. */
  const caughtUp = () =>
    eventually(async () => {
      for (const monitor of monitors) {
        const { status } = await fetch(`http://${monitor}/healthz`);
        expect(status).toBe(200);
      }
    }, LED_AGAIN);
  const bus = aBusAt(servers.map(({ url }) => url).join(','), keys, stop);
  return { servers, bus, peers, caughtUp };
}

describe('A cluster of brokers', () => {
  let servers: readonly SpecNatsServer[];
  let peers: readonly string[];
  let bus: Awaited<ReturnType<typeof aCluster>>['bus'];
  let caughtUp: () => Promise<unknown>;
  beforeEach(async () => {
    ({ servers, bus, peers, caughtUp } = await aCluster());
    const provisioner = await bus.provisioner(200, COPIES);
    await eventually(() => provisioner.isReady, LED_AGAIN);
  });
  afterEach(() => bus.stop());

  /** Publishes after what is there, and tries again as a relay does while nobody leads the stream. */
  const published = (publisher: JetStreamPublisher, batch: readonly EventMessage[]) =>
    eventually(async () => {
      const { lastSequence } = await publisher.state();
      await publisher.publish(batch.slice(Math.max(0, lastSequence - before(batch))), lastSequence);
    }, LED_AGAIN);
  /** One stream, one route: the sequence of a message is its position. */
  const before = (batch: readonly EventMessage[]) => (batch[0]?.position ?? 1) - 1;

  /** What was not delivered in time and what the stream has lost are told apart: only the latter is a fault of the cluster. */
  async function readUpTo(source: JetStreamSource, seen: Set<number>, last: number): Promise<void> {
    const publisher = await bus.publisherOf(APPROVAL);
    await eventually(async () => {
      for (const received of await source.fetch(100, 500)) {
        const { message } = received;
        if (isUnreadable(message)) throw new Error(message.reason);
        seen.add(message.position);
        await received.ack();
      }
      if (seen.size === last) return;
      const { lastSequence: inStream } = await publisher.state();
      expect({ inStream, seen: seen.size }).toEqual({ inStream: last, seen: last });
    }, LED_AGAIN);
  }

  it('holds every stream as often as there are brokers', async () => {
    const api = new JetStreamApi(await bus.connectAs(PROVISIONER, 'commands'));

    for (const { name } of provisioningPlan(network, COPIES).streams) {
      expect((await api.stream(name))?.config).toMatchObject({ num_replicas: 3 });
    }
  });

  it.each<[string, ParticipantToken]>([
    ['in the centre', INTAKE],
    ['in a department', MARKET],
  ])(
    'loses nothing while one broker after the other is away, for a reader %s',
    async (_, reader) => {
      const publisher = await bus.publisherOf(APPROVAL, 2_000);
      const { source } = await bus.sourceOf(reader, APPROVAL);
      const seen = new Set<number>();
      await published(publisher, messages(1, 20, APPROVAL, reader));
      await readUpTo(source, seen, 20);

      for (const [index, server] of servers.entries()) {
        await server.pause();
        await published(publisher, messages(21 + index * 20, 20, APPROVAL, reader));
        await readUpTo(source, seen, 40 + index * 20);
        await server.start();
        // Two that are behind are no majority: the next may go when this one has caught up.
        await caughtUp();
      }

      expect(await publisher.state()).toMatchObject({ lastSequence: 80, lastPosition: 80 });
    },
    SLOW_MS,
  );

  it('takes nothing in without the greater part of its brokers, and says so', async () => {
    const publisher = await bus.publisherOf(APPROVAL);
    await Promise.all(servers.slice(1).map((each) => each.kill()));

    await expect(publisher.publish(messages(1, 1, APPROVAL, MARKET), 0)).rejects.toThrow(
      StreamUnavailable,
    );

    await Promise.all(servers.slice(1).map((each) => each.start()));
    await published(publisher, messages(1, 1, APPROVAL, MARKET));
  });

  it('lets no broker in that does not know the password of the routes', async () => {
    const cluster = { name: 'specs', listen: `127.0.0.1:${await freePort()}`, password: 'guessed' };
    const config = brokerConfig(network, publicKeysOf(makeKeys(topology)), {
      serverName: 'stranger',
      cluster: { ...cluster, peers },
    });
    const stranger = await aNatsServer({ config });
    try {
      await eventually(() => {
        expect(readFileSync(stranger.logFile, 'utf8')).toContain('Authorization Violation');
      }, LED_AGAIN);
    } finally {
      await stranger.stop();
    }
  });
});
