import type { EventMessage } from './envelope.js';

/** State of the stream that one participant publishes to. */
export interface StreamStateReading {
  /** Another text means another stream: it was made anew. */
  readonly created: string;
  /** Sequence of its last message, 0 while it is empty. */
  readonly lastSequence: number;
  /** Position that its last message claims, 0 where it claims none; absent while it cannot be told. */
  readonly lastPosition?: number;
}

/** What a relay needs from the broker. */
export interface StreamPublisher {
  state(): Promise<StreamStateReading>;
  /**
   * Publishes the batch in order behind `expectedLastSequence`, all of it or a beginning of it.
   * Throws `WrongLastSequence` when the stream ends elsewhere and `StreamUnavailable` when it cannot be said what arrived.
   */
  publish(batch: readonly EventMessage[], expectedLastSequence: number): Promise<void>;
}

/** The stream does not end where the relay thought: another relay, a lost store, or an answer that never arrived. */
export class WrongLastSequence extends Error {
  override readonly name = 'WrongLastSequence';

  constructor(readonly lastSequence: number) {
    super(`the stream ends at ${lastSequence}`);
  }
}

export class StreamUnavailable extends Error {
  override readonly name = 'StreamUnavailable';
}

/** A delivered message whose headers are not those of an event of this route. */
export interface Unreadable {
  readonly unreadable: true;
  readonly subject: string;
  /** What is wrong with it, for an administrator. */
  readonly reason: string;
  /** The position that it claims, where it claims one. */
  readonly position?: number;
  readonly body: string;
}

export const isUnreadable = (message: EventMessage | Unreadable): message is Unreadable =>
  'unreadable' in message;

export interface ReceivedMessage {
  readonly message: EventMessage | Unreadable;
  /** Never before the effect is committed. */
  ack(): Promise<void>;
  /** Asks for another delivery after the delay, in milliseconds. */
  nak(delayMs: number): void;
}

/** One route (a producer's events for one reader) as its reader sees it. */
export interface EventSource {
  /** Up to `max` messages; waits at most `waitMs` for the first. An outage is an empty answer, never an error. */
  fetch(max: number, waitMs: number): Promise<readonly ReceivedMessage[]>;
  /** What the producer's journal holds on this route above a position (and up to another), oldest first; a page, not necessarily all. */
  replay(after: number, upTo?: number): Promise<readonly EventMessage[]>;
  /** Tells the producer what is handled for good and learns the route's last position. */
  confirm(applied: number): Promise<{ readonly last: number }>;
}
