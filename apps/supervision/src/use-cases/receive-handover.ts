import { acknowledgeByOn, deadlinesOf } from '../domain/acknowledgement-term.js';
import { receive, type ReceivedDecision } from '../domain/handover.js';
import { supervisionRefusals } from '../domain/refusals.js';
import { ACKNOWLEDGEMENT_DEADLINE, HANDOVER } from './aggregates.js';
import type { SupervisionDependencies } from './ports.js';

/** A decision of the bureau arrives at the department that supervises it; one for a department elsewhere is not kept unseen. */
export const receiveHandover =
  ({ transact, now, departments, calendar }: SupervisionDependencies) =>
  (told: ReceivedDecision): Promise<void> =>
    transact(async (changes) => {
      const { handoverId, department } = told;
      if (!departments.includes(department)) {
        throw supervisionRefusals.refuse('department-not-served');
      }
      if ((await changes.find(HANDOVER, handoverId)) !== undefined) return;
      const received = { ...told, acknowledgeBy: acknowledgeByOn(told, calendar()) };
      const change = receive(received, now());
      changes.create(HANDOVER, handoverId, change);
      const dueAt = deadlinesOf(change.state)[ACKNOWLEDGEMENT_DEADLINE];
      if (dueAt === undefined) return;
      changes.arm(HANDOVER, handoverId, { kind: ACKNOWLEDGEMENT_DEADLINE, dueAt });
    });
