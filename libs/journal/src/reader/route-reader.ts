import type { EventSource, ParticipantToken } from '@onewindow/contracts';
import type { Pool } from 'pg';
import type { Ledger } from '../ledger/ledger.js';
import type { Subscription } from './subscription.js';

export interface RouteReaderOptions {
  readonly ledger: Ledger;
  readonly pool: Pool;
  readonly self: ParticipantToken;
  readonly producer: ParticipantToken;
  readonly source: EventSource;
  readonly subscriptions: readonly Subscription[];
  /** Aggregates that are handled at the same time. */
  readonly concurrency?: number;
  readonly onError?: (error: unknown) => void;
}

/** Applies the events of one producer: each once, in order within an aggregate, in parallel across aggregates. */
export declare class RouteReader {
  readonly producer: ParticipantToken;
  constructor(options: RouteReaderOptions);
  start(): void;
  /** Everything received is handled, and the route's last known position is applied. */
  isQuiet(): boolean;
  /** Handles a parked message again, and those that wait behind it. Throws the refusal `parked-message-unknown`, or the new refusal. */
  retry(parkedId: string): Promise<void>;
  /** Finishes what is being handled and ends. */
  stop(): Promise<void>;
}
