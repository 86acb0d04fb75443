import { onDeadline, type DeadlineHandler } from '@onewindow/journal';
import { ACKNOWLEDGEMENT_DEADLINE, HANDOVER } from '../use-cases/aggregates.js';
import type { SupervisionUseCases } from '../use-cases/supervision-use-cases.js';

/** Which deadline runs which policy. */
export const deadlines = (supervision: SupervisionUseCases): readonly DeadlineHandler[] => [
  onDeadline(HANDOVER, ACKNOWLEDGEMENT_DEADLINE, (handoverId, { dueAt }) =>
    supervision.recordOverdueAcknowledgement({ handoverId, since: dueAt }),
  ),
];
