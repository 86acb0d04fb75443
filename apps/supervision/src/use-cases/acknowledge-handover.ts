import type { Instant } from '@onewindow/kernel';
import { acknowledge, recordOverdue } from '../domain/handover.js';
import { maySign } from '../domain/may-see.js';
import { supervisionRefusals } from '../domain/refusals.js';
import { ACKNOWLEDGEMENT_DEADLINE, HANDOVER } from './aggregates.js';
import type { Asking, SupervisionDependencies } from './ports.js';

export interface AcknowledgeHandover {
  readonly department: string;
  readonly handoverId: string;
  readonly remark?: string;
}

/** An officer of the department signs for a decision; the bureau learns of it. */
export const acknowledgeHandover =
  ({ transact, now, region }: SupervisionDependencies) =>
  (
    { department, handoverId, remark }: AcknowledgeHandover,
    { actor }: Asking,
  ): Promise<{ acknowledgedAt: Instant }> =>
    transact(async (changes) => {
      const acknowledgedAt = now();
      const handover = await changes.find(HANDOVER, handoverId);
      if (handover?.department !== department || !maySign(actor, handover, region)) {
        throw supervisionRefusals.refuse('not-found');
      }
      const by = { officer: actor.id, ...(remark !== undefined && { remark }) };
      changes.save(HANDOVER, handoverId, acknowledge(handover, by, acknowledgedAt));
      changes.disarm(HANDOVER, handoverId, ACKNOWLEDGEMENT_DEADLINE);
      return { acknowledgedAt };
    });

/** The term for the signature passed. */
export const recordOverdueAcknowledgement =
  ({ transact }: Pick<SupervisionDependencies, 'transact'>) =>
  ({
    handoverId,
    since,
  }: {
    readonly handoverId: string;
    readonly since: Instant;
  }): Promise<void> =>
    transact(async (changes) => {
      const handover = await changes.load(HANDOVER, handoverId);
      changes.save(HANDOVER, handoverId, recordOverdue(handover, since));
    });
