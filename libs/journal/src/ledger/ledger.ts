import type { ParticipantToken, Topology } from '@onewindow/contracts';
import type { AggregateKind, Clock, Transact } from '@onewindow/kernel';
import type { Pool } from 'pg';
import type { AggregateStore } from '../aggregates/aggregate-store.js';

/** A command as its caller named it: the same key gets the first answer again. */
export interface Receipt {
  readonly caller: string;
  readonly key: string;
  /** Tells another request under the same key apart, hex. */
  readonly requestHash: string;
}

/** What one commit brought, told after it to whoever waits for it. */
export interface Committed {
  readonly correlations: readonly string[];
  /** Something is to be relayed. */
  readonly published: boolean;
  /** A deadline was armed or moved. */
  readonly armed: boolean;
}

export interface LedgerOptions {
  readonly pool: Pool;
  readonly stores: readonly AggregateStore[];
  readonly topology: Topology;
  readonly self: ParticipantToken;
  readonly now: Clock;
  readonly onCommitted?: (committed: Committed) => void;
}

export declare class Ledger {
  constructor(options: LedgerOptions);
  /** The port that use cases write through. Inside `answer` and inside handlers everything joins one transaction that ends with them. */
  readonly transact: Transact;
  /** The stored state, past every cache. */
  read<State extends object>(
    kind: AggregateKind<State, any>,
    id: string,
  ): Promise<State | undefined>;
  /**
   * Runs a command once: everything that the work changes, its reply and the receipt are one transaction. A retry gets
   * the first answer, be it a reply or a refusal; another request under the same key is refused.
   */
  answer<Reply>(receipt: Receipt, work: () => Promise<Reply>): Promise<Reply>;
  /** Waits until everything begun is committed; new work is refused. */
  close(): Promise<void>;
}
