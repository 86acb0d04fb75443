import type { Pool } from 'pg';

/** What is wrong with one row, in words that name it. */
export interface JournalFault {
  readonly kind:
    | 'altered-entry'
    | 'deleted-entry'
    | 'reordered-entries'
    | 'added-entry'
    | 'edited-aggregate'
    | 'lost-aggregate'
    | 'broken-positions'
    | 'unqueued-entry';
  readonly aggregate?: string;
  readonly aggregateId?: string;
  readonly version?: number;
  readonly message: string;
}

export interface Verification {
  readonly entries: number;
  readonly aggregates: number;
  readonly positions: number;
  /** Entries whose personal data was erased by law: their chain still holds. */
  readonly erased: number;
  readonly faults: readonly JournalFault[];
}

/** Re-computes every chain and compares every aggregate's row with its last entry, in one snapshot; the service may go on. */
export declare function verifyJournal(pool: Pool): Promise<Verification>;
