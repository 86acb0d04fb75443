import { setTimeout as pause } from 'node:timers/promises';
import type { Msg } from '@nats-io/transport-node';
import {
  type EventMessage,
  type EventSource,
  type JournalService,
  operationsOf,
  type ParticipantToken,
  type ReceivedMessage,
} from '@onewindow/contracts';
import { instantOf, type Instant } from '@onewindow/kernel';
import { bounded } from '../bounded.js';
import type { BusLog } from '../bus-log.js';
import type { BusClient } from '../commands/bus-client.js';
import type { BusConnection } from '../connect.js';
import { ackSubjects, nextSubject, partsOf } from '../subjects.js';
import { eventIn } from './event-headers.js';
import { Pull } from './pulling.js';

export interface JetStreamSourceOptions {
  /** The reader's connection of the duty `events`. */
  readonly connection: BusConnection;
  /** On the reader's connection of the duty `commands`. */
  readonly client: BusClient;
  readonly producer: ParticipantToken;
  readonly log: BusLog;
  /** Told with every heartbeat of the route what the producer's clock said. */
  readonly onPeerClock?: (reading: PeerClockReading) => void;
}

/** What the clock of another host said in an answer. */
export interface PeerClockReading {
  readonly participant: ParticipantToken;
  readonly at: Instant;
  /** From asking to the answer: the clock was looked at somewhere in between. */
  readonly roundTripMs: number;
}

const RETRY_MS = 200;
const GIVE_BACK_WITHIN_MS = 1_000;
/** Ends that are the normal course of a pull: it was filled, or nothing came until it expired. */
const ORDINARY = /^(?:filled|404|408)/;

/**
 * One route as its reader sees it. Whatever happens to the broker, the durable or a request, `fetch` goes on: an outage is
 * an empty answer.
 */
export class JetStreamSource implements EventSource {
  private readonly target;
  private readonly operations;
  private readonly reader: ParticipantToken;
  private waiting: Msg[] = [];
  private pull: Pull | undefined;
  private pullAgainAt = 0;
  private wake: (() => void) | undefined;
  private readonly forget: () => void;
  private closed = false;

  constructor(private readonly options: JetStreamSourceOptions) {
    const { connection, producer } = options;
    this.reader = connection.participant;
    this.target = {
      connection,
      nextSubject: nextSubject(producer, this.reader),
      ackPrefix: ackSubjects(producer, this.reader).slice(0, -1),
    };
    const service = partsOf(producer)?.service as JournalService;
    this.operations = operationsOf(service);
    // The broker forgets requests with the connection.
    this.forget = connection.onBack(() => this.pull?.end('reconnected'));
  }

  async fetch(max: number, waitMs: number): Promise<readonly ReceivedMessage[]> {
    const end = Date.now() + waitMs;
    this.ask(max);
    while (this.waiting.length === 0 && !this.closed && Date.now() < end) {
      await this.somethingOr(Math.min(end - Date.now(), RETRY_MS));
      this.ask(max);
    }
    const taken = this.waiting.splice(0, max);
    // The next messages travel while these are handled.
    if (taken.length > 0) this.ask(max);
    return taken.map((message) => this.received(message));
  }

  async replay(after: number, upTo?: number): Promise<readonly EventMessage[]> {
    const { client, producer } = this.options;
    const request = { after, ...(upTo !== undefined && { upTo }) };
    const { messages } = await client.ask(this.operations.replay, producer, request);
    return messages as readonly object[] as readonly EventMessage[];
  }

  async confirm(applied: number): Promise<{ readonly last: number }> {
    const { client, producer, onPeerClock } = this.options;
    const askedAt = performance.now();
    const { last, now } = await client.ask(this.operations.confirm, producer, { applied });
    const roundTripMs = performance.now() - askedAt;
    if (now !== undefined) {
      onPeerClock?.({ participant: producer, at: instantOf(now), roundTripMs });
    }
    return { last };
  }

  /** Gives back what was fetched ahead, so that the next reader need not wait for it. */
  async close(): Promise<void> {
    this.closed = true;
    this.forget();
    const { nats, isUp } = this.options.connection;
    // What the broker has sent already arrives with the flush.
    if (isUp) await bounded(nats.flush(), GIVE_BACK_WITHIN_MS);
    this.pull?.end('closed');
    if (isUp && !nats.isClosed()) {
      for (const message of this.waiting.splice(0)) nats.publish(message.reply ?? '', '-NAK');
      await bounded(nats.flush(), GIVE_BACK_WITHIN_MS);
    }
    this.wake?.();
  }

  private ask(max: number): void {
    const { connection, log, producer } = this.options;
    const isDue = Date.now() >= this.pullAgainAt;
    if (this.pull !== undefined || this.closed || !isDue || !connection.isUp) return;
    if (this.waiting.length >= max) return;
    this.pull = new Pull(this.target, max, {
      message: (message) => {
        this.waiting.push(message);
        this.wake?.();
      },
      ended: (reason) => {
        this.pull = undefined;
        if (!ORDINARY.test(reason) && !this.closed) {
          this.pullAgainAt = Date.now() + RETRY_MS;
          log.caution('Reading a route was interrupted and goes on.', { producer, reason });
        }
        this.wake?.();
      },
    });
  }

  private async somethingOr(waitMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.wake = () => resolve(undefined);
    const timer = new AbortController();
    await Promise.race([promise, pause(Math.max(waitMs, 1), undefined, { signal: timer.signal })]);
    timer.abort();
    this.wake = undefined;
  }

  private received(message: Msg): ReceivedMessage {
    const { connection, producer } = this.options;
    const tell = (what: string) => {
      if (!connection.nats.isClosed()) connection.nats.publish(message.reply ?? '', what);
    };
    return {
      message: eventIn(
        { subject: message.subject, headers: message.headers, body: message.data },
        producer,
        this.reader,
      ),
      ack: async () => tell('+ACK'),
      nak: (delayMs) => tell(`-NAK ${JSON.stringify({ delay: Math.round(delayMs * 1_000_000) })}`),
    };
  }
}
