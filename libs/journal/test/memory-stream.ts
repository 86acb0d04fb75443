import {
  StreamUnavailable,
  WrongLastSequence,
  type EventMessage,
  type EventSource,
  type ReceivedMessage,
  type StreamPublisher,
  type StreamStateReading,
  type Unreadable,
} from '@onewindow/contracts';

/** A stream that can do everything a real one does to us: lose its tail, be made anew, hand out twice, be away. */
export class MemoryStream implements StreamPublisher {
  stored: (EventMessage | Unreadable)[] = [];
  away = false;
  /** Everything that was ever stored, in the order of arrival. */
  readonly arrived: EventMessage[] = [];
  /** Called between the messages of a batch. */
  onStored: (message: EventMessage) => void | Promise<void> = () => undefined;
  private created = 1;

  async state(): Promise<StreamStateReading> {
    this.requireThere();
    const last = this.stored.at(-1);
    return {
      created: `made ${this.created}`,
      lastSequence: this.stored.length,
      ...(last && { lastPosition: last.position ?? 0 }),
    };
  }

  async publish(batch: readonly EventMessage[], expectedLastSequence: number): Promise<void> {
    let expected = expectedLastSequence;
    for (const message of batch) {
      this.requireThere();
      if (this.stored.length !== expected) throw new WrongLastSequence(this.stored.length);
      this.stored.push(message);
      this.arrived.push(message);
      expected += 1;
      await this.onStored(message);
    }
    this.requireThere();
  }

  rollBackTo(sequence: number): void {
    this.stored.length = Math.min(sequence, this.stored.length);
  }

  makeAnew(): void {
    this.stored = [];
    this.created += 1;
  }

  private requireThere(): void {
    if (this.away) throw new StreamUnavailable('the stream is away');
  }
}

export interface MemorySourceOptions {
  readonly stream: MemoryStream;
  readonly recipient: string;
  readonly replay: (after: number, upTo?: number) => Promise<EventMessage[]>;
  readonly confirm: (applied: number) => Promise<{ last: number }>;
}

/** A durable over the stream: hands out what is not acknowledged, again and again. */
export class MemorySource implements EventSource {
  readonly acknowledged = new Set<number>();
  handedOut: number[] = [];
  replays = 0;
  /** Sequences that are never handed out, as after the loss of a durable's state. */
  skips = new Set<number>();
  /** Hands out in another order, and twice. */
  shuffle: <Item>(items: Item[]) => Item[] = (items) => items;
  private cursor = 0;

  constructor(private readonly options: MemorySourceOptions) {}

  async fetch(max: number, waitMs: number): Promise<readonly ReceivedMessage[]> {
    const { stored } = this.options.stream;
    this.cursor = Math.min(this.cursor, stored.length);
    const sequences = [...stored.keys()]
      .slice(this.cursor)
      .filter((sequence) => this.isForReader(stored[sequence]) && !this.skips.has(sequence))
      .slice(0, max);
    if (sequences.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, 10)));
      return [];
    }
    this.cursor = (sequences.at(-1) ?? 0) + 1;
    return this.shuffle(sequences).map((sequence) => this.delivery(sequence, stored[sequence]!));
  }

  async replay(after: number, upTo?: number): Promise<EventMessage[]> {
    this.replays += 1;
    return this.options.replay(after, upTo);
  }

  confirm(applied: number): Promise<{ last: number }> {
    return this.options.confirm(applied);
  }

  /** What was handed out and not acknowledged comes again. */
  redeliver(): void {
    this.cursor = 0;
  }

  private delivery(sequence: number, message: EventMessage | Unreadable): ReceivedMessage {
    this.handedOut.push(sequence);
    return {
      message,
      ack: async () => {
        this.acknowledged.add(sequence);
      },
      nak: () => {
        this.cursor = Math.min(this.cursor, sequence);
      },
    };
  }

  private isForReader(message: EventMessage | Unreadable | undefined): boolean {
    return (
      message !== undefined &&
      ('unreadable' in message || message.recipient === this.options.recipient)
    );
  }
}
