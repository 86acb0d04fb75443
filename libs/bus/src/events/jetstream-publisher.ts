import type { Msg } from '@nats-io/transport-node';
import {
  type EventMessage,
  type ParticipantToken,
  type StreamPublisher,
  StreamState,
  type StreamStateReading,
  StreamUnavailable,
  WrongLastSequence,
} from '@onewindow/contracts';
import type { BusClient } from '../commands/bus-client.js';
import type { BusConnection } from '../connect.js';
import { readJson } from '../read-json.js';
import { EXPECTED_LAST_SEQUENCE, headersOf, subjectOf } from './event-headers.js';

export interface JetStreamPublisherOptions {
  /** The participant's connection of the duty `events`. */
  readonly connection: BusConnection;
  /** On the connection of the duty `commands`. */
  readonly client: BusClient;
  readonly provisioner: ParticipantToken;
  /** How long to wait for the acknowledgement of a batch; 5 s unless said. */
  readonly timeoutMs?: number;
}

interface PublishAnswer {
  readonly seq?: number;
  readonly duplicate?: boolean;
  readonly error?: { readonly err_code?: number; readonly description?: string };
}

const WRONG_LAST_SEQUENCE = 10071;
const TIMEOUT_MS = 5_000;
const STATE_WITHIN_MS = 1_500;

/**
 * Publishes one participant's events. Every message names the sequence that must stand before it, so only the last one
 * of a batch is awaited: it is acknowledged only when all before it were stored.
 */
export class JetStreamPublisher implements StreamPublisher {
  constructor(private readonly options: JetStreamPublisherOptions) {}

  async state(): Promise<StreamStateReading> {
    try {
      const { client, provisioner } = this.options;
      return await client.ask(StreamState, provisioner, {}, { timeoutMs: STATE_WITHIN_MS });
    } catch (error) {
      throw new StreamUnavailable('the provisioner does not tell the state of the stream', {
        cause: error,
      });
    }
  }

  async publish(batch: readonly EventMessage[], expectedLastSequence: number): Promise<void> {
    const last = batch.at(-1);
    if (last === undefined) return;
    const { connection } = this.options;
    // What is published into an outage would wait in memory, without end.
    if (!connection.isUp) throw new StreamUnavailable('the broker is out of reach');
    batch.slice(0, -1).forEach((message, index) => {
      const headers = headersOf(message);
      headers.set(EXPECTED_LAST_SEQUENCE, String(expectedLastSequence + index));
      connection.nats.publish(subjectOf(message), message.payload, { headers });
    });
    const answer = await this.awaited(last, expectedLastSequence + batch.length - 1);
    await this.requireStored(answer, expectedLastSequence + batch.length);
  }

  private async awaited(message: EventMessage, expected: number): Promise<PublishAnswer> {
    const headers = headersOf(message);
    headers.set(EXPECTED_LAST_SEQUENCE, String(expected));
    const { connection, timeoutMs = TIMEOUT_MS } = this.options;
    let answer: Msg;
    try {
      answer = await connection.nats.request(subjectOf(message), message.payload, {
        headers,
        timeout: timeoutMs,
      });
    } catch (error) {
      throw new StreamUnavailable('the stream does not answer', { cause: error });
    }
    return readJson(answer.data) as PublishAnswer;
  }

  private async requireStored({ seq, error }: PublishAnswer, sequence: number): Promise<void> {
    if (error === undefined && seq === sequence) return;
    if (error !== undefined && error.err_code !== WRONG_LAST_SEQUENCE) {
      throw new StreamUnavailable(`the stream refused: ${error.description ?? 'no reason given'}`);
    }
    const told = /wrong last sequence: (\d+)/.exec(error?.description ?? '');
    // A duplicate is acknowledged with its old sequence, which says nothing of where the stream ends.
    throw new WrongLastSequence(
      told === null ? (await this.state()).lastSequence : Number(told[1]),
    );
  }
}
