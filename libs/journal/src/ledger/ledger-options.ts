import type { ParticipantToken, Topology } from '@onewindow/contracts';
import type { Clock } from '@onewindow/kernel';
import type { Pool } from 'pg';
import type { AggregateStore } from '../aggregates/aggregate-store.js';
import type { GroupCommitLimits } from './group-commit.js';

/** What one commit brought, told after it to whoever waits for it. */
export interface Committed {
  readonly correlations: readonly string[];
  /** Something is to be relayed. */
  readonly published: boolean;
  /** A deadline was armed or moved. */
  readonly armed: boolean;
  /** Reference data was moved: what rests on it is to be derived anew. */
  readonly references: boolean;
}

/** The reference data that this process holds. */
export interface References {
  /** Looks at what is stored; tells whether it has moved since the last look. */
  refresh(): Promise<boolean>;
}

export interface LedgerOptions {
  readonly pool: Pool;
  readonly stores: readonly AggregateStore[];
  readonly topology: Topology;
  /** Whose journal this is. */
  readonly self: ParticipantToken;
  readonly now: Clock;
  readonly onCommitted?: (committed: Committed) => void;
  readonly references?: References;
  readonly limits?: Partial<GroupCommitLimits>;
}
