import {
  connect as connectToNats,
  type NatsConnection,
  nkeyAuthenticator,
  type NodeConnectionOptions,
} from '@nats-io/transport-node';
import type { ParticipantToken } from '@onewindow/contracts';
import { bounded } from './bounded.js';
import type { BusLog } from './bus-log.js';
import { type Duty, inboxPrefix, userName } from './subjects.js';

export interface ConnectOptions {
  /** One URL, or several of a cluster separated by commas. */
  readonly url: string;
  readonly seed: string;
  readonly participant: ParticipantToken;
  readonly duty: Duty;
  readonly log?: BusLog;
  /** False: the first connection must succeed at once. */
  readonly waitForBroker?: boolean;
  readonly tls?: NodeConnectionOptions['tls'];
}

/** One connection of one duty. It never gives up: readiness tells that it is down, nobody restarts it. */
export interface BusConnection {
  readonly nats: NatsConnection;
  readonly participant: ParticipantToken;
  readonly duty: Duty;
  /** Whether the broker is reachable at this moment. */
  readonly isUp: boolean;
  /** Called each time the connection is back after an outage; returns a function that takes the listener off. */
  onBack(listener: () => void): () => void;
  /** Lets what is under way finish, then closes. */
  close(): Promise<void>;
}

const CLOSE_WITHIN_MS = 2_000;
/**
 * A broker that restarts under load closes connections whose sign-in took longer than its two seconds. The client does not notice
 * that while it connects: it waits for this long, 20 s unless told, before it tries again.
 */
const CONNECT_WITHIN_MS = 4_000;
const RECONNECT_WAIT_MS = 250;
const RECONNECT_JITTER_MS = 250;
const PING_INTERVAL_MS = 10_000;

/** Connects one of a participant's two users; waits for the broker as long as it takes. */
export async function connect(options: ConnectOptions): Promise<BusConnection> {
  const { participant, duty, log } = options;
  const nats = await connectToNats({
    servers: options.url.split(',').map((each) => each.trim()),
    authenticator: nkeyAuthenticator(new TextEncoder().encode(options.seed)),
    name: userName(participant, duty),
    inboxPrefix: inboxPrefix(participant, duty),
    waitOnFirstConnect: options.waitForBroker ?? true,
    timeout: CONNECT_WITHIN_MS,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_WAIT_MS,
    reconnectJitter: RECONNECT_JITTER_MS,
    // A broker that refuses everybody while it is being configured must not end us.
    ignoreAuthErrorAbort: true,
    pingInterval: PING_INTERVAL_MS,
    maxPingOut: 2,
    noAsyncTraces: true,
    ...(options.tls !== undefined && { tls: options.tls }),
  });
  return watch(nats, participant, duty, log);
}

function watch(
  nats: NatsConnection,
  participant: ParticipantToken,
  duty: Duty,
  log: BusLog | undefined,
): BusConnection {
  const listeners = new Set<() => void>();
  let isUp = true;
  const user = userName(participant, duty);
  const follow = async () => {
    for await (const status of nats.status()) {
      if (status.type === 'disconnect' || status.type === 'staleConnection') {
        if (isUp) log?.caution('The broker is out of reach.', { user });
        isUp = false;
      } else if (status.type === 'reconnect') {
        isUp = true;
        log?.info('The broker is back.', { user });
        for (const listener of listeners) listener();
      } else if (status.type === 'error') {
        log?.caution('The broker refused something.', { user }, status.error);
      } else if (status.type === 'slowConsumer') {
        log?.caution('Messages arrive faster than they are taken.', {
          user,
          pending: status.pending,
        });
      }
    }
    isUp = false;
  };
  follow().catch((error: unknown) =>
    log?.failure('The watch over a connection ended.', error, { user }),
  );
  return {
    nats,
    participant,
    duty,
    get isUp() {
      return isUp && !nats.isClosed();
    },
    onBack: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => closeGently(nats, () => isUp),
  };
}

/** A drain waits for the broker; while it is away there is nothing to wait for. */
async function closeGently(nats: NatsConnection, isUp: () => boolean): Promise<void> {
  if (nats.isClosed()) return;
  if (isUp() && !nats.isDraining()) await bounded(nats.drain(), CLOSE_WITHIN_MS);
  if (!nats.isClosed()) await nats.close();
}
