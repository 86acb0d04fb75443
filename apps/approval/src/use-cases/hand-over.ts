import type { Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import {
  acknowledgeHandover as acknowledge,
  flagLateAcknowledgement as flag,
  handoverKind,
  sendHandover,
} from '../domain/handover/handover.js';
import { acknowledgementTermOf } from './counting.js';
import type { ApprovalDependencies } from './ports.js';
import { saveHandover } from './records.js';

export interface AcknowledgeHandover {
  readonly handoverId: string;
  /** The participant that told it, as the broker proved it. */
  readonly from: string;
  readonly acknowledgedAt: Instant;
  readonly acknowledgedBy: string;
}

export const acknowledgeHandover =
  ({ transact }: ApprovalDependencies) =>
  ({ handoverId, ...acknowledgement }: AcknowledgeHandover): Promise<void> =>
    transact(async (changes) => {
      const handover = await changes.find(handoverKind, handoverId);
      if (handover === undefined) throw approvalRefusals.refuse('handover-not-found');
      saveHandover(changes, handover, acknowledge(handover, acknowledgement));
    });

export const flagLateAcknowledgement =
  ({ transact, now }: ApprovalDependencies) =>
  (handoverId: string): Promise<void> =>
    transact(async (changes) => {
      const handover = await changes.load(handoverKind, handoverId);
      saveHandover(changes, handover, flag(handover, now()));
    });

/** Sends what waited for a department to be deployed; its term to acknowledge runs from now. */
export const sendWaitingHandovers = (deps: ApprovalDependencies) => async (): Promise<void> => {
  for (const handoverId of await deps.waitingHandovers.ids()) {
    await deps.transact(async (changes) => {
      const handover = await changes.load(handoverKind, handoverId);
      const participant = deps.supervisingInstance(handover.department);
      if (handover.status !== 'waiting' || participant === undefined) return;
      const change = sendHandover(handover, participant, deps.now(), acknowledgementTermOf(deps));
      saveHandover(changes, handover, change);
    });
  }
};
