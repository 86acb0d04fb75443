import type { Clock, Instant } from '@onewindow/kernel';
import type { Pool } from 'pg';
import type { Ledger } from '../ledger/ledger.js';
import type { DeadlineHandler } from './on-deadline.js';

export interface DeadlineRunnerOptions {
  readonly ledger: Ledger;
  readonly pool: Pool;
  readonly handlers: readonly DeadlineHandler[];
  readonly now: Clock;
  /** Deadlines claimed at once. */
  readonly batch?: number;
  readonly onError?: (error: unknown) => void;
}

/** Runs what is due. Several processes may run one each: a claim is a lease, and the generation makes a second firing harmless. */
export declare class DeadlineRunner {
  constructor(options: DeadlineRunnerOptions);
  start(): void;
  /** Looks at once: something was armed, or the clock was moved. */
  wake(): void;
  /** Stops recording effects until `resume`. */
  pause(): void;
  resume(): void;
  /** Nothing is due and nothing is being handled. */
  isQuiet(): Promise<boolean>;
  nextDue(): Promise<Instant | undefined>;
  stop(): Promise<void>;
}
