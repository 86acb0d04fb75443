import { endOfDay, legalDate } from '@onewindow/kernel';
import { receive, type ReceivedDecision } from '../domain/handover.js';
import { supervisionRefusals } from '../domain/refusals.js';
import { ACKNOWLEDGEMENT_DEADLINE, HANDOVER } from './aggregates.js';
import type { SupervisionDependencies } from './ports.js';

/** A decision of the bureau arrives at the department that supervises it; one for a department elsewhere is not kept unseen. */
export const receiveHandover =
  ({ transact, now, departments }: SupervisionDependencies) =>
  (received: ReceivedDecision): Promise<void> =>
    transact(async (changes) => {
      const { handoverId, department, acknowledgeBy } = received;
      if (!departments.includes(department)) {
        throw supervisionRefusals.refuse('department-not-served');
      }
      if ((await changes.find(HANDOVER, handoverId)) !== undefined) return;
      changes.create(HANDOVER, handoverId, receive(received, now()));
      if (acknowledgeBy.due === undefined) return;
      const dueAt = endOfDay(legalDate(acknowledgeBy.due));
      changes.arm(HANDOVER, handoverId, { kind: ACKNOWLEDGEMENT_DEADLINE, dueAt });
    });
