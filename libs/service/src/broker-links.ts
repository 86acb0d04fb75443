import {
  ActorTokenVerifier,
  BusClient,
  connect,
  JetStreamPublisher,
  JetStreamSource,
  liveSubject,
  type BusConnection,
  type Duty,
  type PeerClockReading,
} from '@onewindow/bus';
import { soleParticipant, type ParticipantToken, type StreamPublisher } from '@onewindow/contracts';
import type { ServiceConfig } from './config.js';
import type { ServiceLog } from './log.js';
import type { PartState } from './readiness.js';
import { waitUntil } from './wait-until.js';

/** A participant's two connections to the broker and what is built on them. */
export interface BrokerLinks {
  readonly commands: BusConnection;
  readonly client: BusClient;
  readonly tokens: ActorTokenVerifier;
  readonly publisher: StreamPublisher;
  source(
    producer: ParticipantToken,
    onPeerClock: (reading: PeerClockReading) => void,
  ): JetStreamSource;
  /** Best effort: tells the gateways of its own account that something about a case has changed. */
  nudge(correlation: string): void;
  state(): PartState;
  close(): Promise<void>;
}

/** Connects both users; waits for the broker as long as it takes. */
export async function openBrokerLinks(
  config: ServiceConfig,
  log: ServiceLog,
  signal: AbortSignal,
): Promise<BrokerLinks> {
  const { self, topology, natsUrl: url } = config;
  const connected = (duty: Duty, seed: string) =>
    waitUntil(
      'the broker',
      () => connect({ url, seed, participant: self, duty, log, waitForBroker: false }),
      { log, signal },
    );
  const commands = await connected('commands', config.commandSeed);
  const events = await connected('events', config.eventSeed).catch(async (error: unknown) => {
    await commands.close();
    throw error;
  });
  const client = new BusClient(commands);
  const provisioner = soleParticipant(topology, 'provisioner');
  return {
    commands,
    client,
    tokens: new ActorTokenVerifier(config.gatewayKeys),
    publisher: new JetStreamPublisher({ connection: events, client, provisioner }),
    source: (producer, onPeerClock) =>
      new JetStreamSource({ connection: events, client, producer, log, onPeerClock }),
    nudge: (correlation) => {
      if (commands.isUp) {
        commands.nats.publish(liveSubject(self), JSON.stringify({ correlation }));
      }
    },
    state: () =>
      commands.isUp && events.isUp ? { ready: true } : { ready: false, remark: OUT_OF_REACH },
    close: async () => {
      await Promise.all([commands.close(), events.close()]);
    },
  };
}

const OUT_OF_REACH = { zh: '消息服务器无法连接。', en: 'The broker is out of reach.' };
