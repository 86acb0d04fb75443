import type { StreamStateReading } from '@onewindow/contracts';
import type { BusConnection } from '../connect.js';
import { positionClaimedIn } from '../events/event-headers.js';
import { readJson } from '../read-json.js';
import type { DurablePlan, StreamPlan } from './plan.js';

/** An answer of the broker's API that says no. */
export class JetStreamRefusal extends Error {
  override readonly name = 'JetStreamRefusal';

  constructor(
    readonly code: number,
    description: string,
  ) {
    super(description);
  }
}

export interface StreamReading extends StreamStateReading {
  readonly config: Readonly<Record<string, unknown>>;
}

export interface DurableReading {
  /** The stream sequence up to which everything is acknowledged or was delivered, whichever is further. */
  readonly reached: number;
  readonly config: Readonly<Record<string, unknown>>;
}

interface StreamAnswer {
  readonly created: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly state: { readonly last_seq: number };
}

interface DurableAnswer {
  readonly config: Readonly<Record<string, unknown>>;
  readonly ack_floor: { readonly stream_seq: number };
  readonly delivered: { readonly stream_seq: number };
}

interface MessageAnswer {
  /** Headers in base64; absent where there are none. */
  readonly message: { readonly hdrs?: string };
}

const TIMEOUT_MS = 1_000;
const STREAM_NOT_FOUND = 10059;
const CONSUMER_NOT_FOUND = 10014;
const NO_MESSAGE_FOUND = 10037;

/** The few calls that the provisioner has a right to. */
export class JetStreamApi {
  constructor(private readonly connection: BusConnection) {}

  /** Undefined where there is no such stream. */
  async stream(name: string): Promise<StreamReading | undefined> {
    const found = await this.find<StreamAnswer>(`STREAM.INFO.${name}`, STREAM_NOT_FOUND);
    return (
      found && { created: found.created, lastSequence: found.state.last_seq, config: found.config }
    );
  }

  /** Position that a message of a stream claims in its header, 0 where it claims none; undefined where there is no such message. */
  async positionAt(stream: string, sequence: number): Promise<number | undefined> {
    const found = await this.find<MessageAnswer>(`STREAM.MSG.GET.${stream}`, NO_MESSAGE_FOUND, {
      seq: sequence,
    });
    return found && positionClaimedIn(Buffer.from(found.message.hdrs ?? '', 'base64').toString());
  }

  async createStream(plan: StreamPlan): Promise<void> {
    await this.call(`STREAM.CREATE.${plan.name}`, plan);
  }

  async updateStream(plan: StreamPlan): Promise<void> {
    await this.call(`STREAM.UPDATE.${plan.name}`, plan);
  }

  /** Undefined where there is no such durable. */
  async durable({ stream, config }: DurablePlan): Promise<DurableReading | undefined> {
    const subject = `CONSUMER.INFO.${stream}.${config.durable_name}`;
    const found = await this.find<DurableAnswer>(subject, CONSUMER_NOT_FOUND);
    return (
      found && {
        reached: Math.max(found.ack_floor.stream_seq, found.delivered.stream_seq),
        config: found.config,
      }
    );
  }

  /** Also changes the configuration of one that exists. */
  async createDurable({ stream, config }: DurablePlan): Promise<void> {
    const { durable_name: name, filter_subject: filter } = config;
    await this.call(`CONSUMER.CREATE.${stream}.${name}.${filter}`, {
      stream_name: stream,
      config: { ...config, name },
    });
  }

  async deleteDurable({ stream, config }: DurablePlan): Promise<void> {
    await this.call(`CONSUMER.DELETE.${stream}.${config.durable_name}`);
  }

  private async find<Found>(
    subject: string,
    notFound: number,
    request?: object,
  ): Promise<Found | undefined> {
    try {
      return (await this.call(subject, request)) as Found;
    } catch (error) {
      if (error instanceof JetStreamRefusal && error.code === notFound) return undefined;
      throw error;
    }
  }

  private async call(subject: string, request?: object): Promise<unknown> {
    if (!this.connection.isUp) throw new Error('the broker is out of reach');
    const body = request === undefined ? '' : JSON.stringify(request);
    const answer = await this.connection.nats.request(`$JS.API.${subject}`, body, {
      timeout: TIMEOUT_MS,
    });
    const read = readJson(answer.data) as { error?: { err_code?: number; description?: string } };
    if (read.error !== undefined) {
      throw new JetStreamRefusal(read.error.err_code ?? 0, read.error.description ?? 'refused');
    }
    return read;
  }
}
