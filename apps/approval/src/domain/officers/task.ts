import type { Instant, LegalDate } from '@onewindow/kernel';

/** Who has one stage of a track to do. */
export interface Assignment {
  readonly officer: string;
  readonly name: string;
  readonly since: Instant;
  readonly by: AssignedBy;
  /** The account that assigned it; absent where nobody did: by load, or by claiming. */
  readonly assignedBy?: string;
  readonly reason?: string;
}

/** `load`: by competence and load. `claim`: taken from the pool. `head`: by the head. `transfer`: with the work of somebody else. */
export type AssignedBy = 'load' | 'claim' | 'head' | 'transfer';

export type Assignments = Readonly<Record<string, Assignment>>;

/** 绿色通道: comes first in the lists, with a shorter term of the agency's own. It has no effect in law. */
export interface GreenLane {
  readonly reason: string;
  readonly markedAt: Instant;
  readonly markedBy: string;
  readonly markedByName: string;
  /** Until when the agency wants to be done. */
  readonly internalDue?: LegalDate;
}

export type TaskEvent =
  | { readonly type: 'task-assigned'; readonly stage: string; readonly assignment: Assignment }
  | {
      readonly type: 'task-released';
      readonly stage: string;
      readonly from: string;
      readonly by: string;
      readonly reason: string;
    }
  | { readonly type: 'green-lane-marked'; readonly greenLane: GreenLane };
