import {
  aggregateKind,
  lifecycle,
  type Change,
  type Instant,
  type StateOf,
} from '@onewindow/kernel';
import type { RelatedParty } from './officer.js';

export const workTransferLifecycle = lifecycle('running', {
  running: { continue: 'running', finish: 'finished' },
  finished: {},
});

/** The work of one officer on its way to others: hundreds of tasks, some in each transaction. */
export interface WorkTransfer {
  readonly transferId: string;
  readonly agency: string;
  readonly account: string;
  /** Who gets all of it; absent: by competence and load. */
  readonly to?: string;
  readonly reason: string;
  /** Only the matters of this party. */
  readonly party?: RelatedParty;
  readonly begunBy: string;
  readonly begunAt: Instant;
  readonly status: StateOf<typeof workTransferLifecycle>;
  readonly finishedAt?: Instant;
  /** The last task that was looked at. */
  readonly after: string;
  readonly reassigned: number;
  readonly toPool: number;
}

export type WorkTransferEvent =
  | { readonly type: 'work-transfer-begun'; readonly account: string; readonly reason: string }
  | { readonly type: 'work-transferred'; readonly reassigned: number; readonly toPool: number }
  | { readonly type: 'work-transfer-finished'; readonly finishedAt: Instant };

export const workTransferKind = aggregateKind<WorkTransfer, WorkTransferEvent>('work-transfer');

export const TRANSFER_DEADLINE = 'continue';

export function beginTransfer(
  begun: Omit<WorkTransfer, 'status' | 'after' | 'reassigned' | 'toPool' | 'finishedAt'>,
): Change<WorkTransfer, WorkTransferEvent> {
  const { account, reason } = begun;
  const status = workTransferLifecycle.initial;
  return {
    state: { ...begun, status, after: '', reassigned: 0, toPool: 0 },
    events: [{ type: 'work-transfer-begun', account, reason }],
  };
}

/** What one step has moved, and whether it was the last. */
export interface TransferStep {
  readonly after: string;
  readonly reassigned: number;
  readonly toPool: number;
  readonly last: boolean;
}

export function continueTransfer(
  transfer: WorkTransfer,
  { after, reassigned, toPool, last }: TransferStep,
  now: Instant,
): Change<WorkTransfer, WorkTransferEvent> {
  const status = workTransferLifecycle.next(transfer.status, last ? 'finish' : 'continue');
  return {
    state: {
      ...transfer,
      status,
      after,
      reassigned: transfer.reassigned + reassigned,
      toPool: transfer.toPool + toPool,
      ...(last && { finishedAt: now }),
    },
    events: [
      { type: 'work-transferred', reassigned, toPool },
      ...(last ? [{ type: 'work-transfer-finished', finishedAt: now } as const] : []),
    ],
  };
}
