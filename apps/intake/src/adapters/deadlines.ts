import { onDeadline, type DeadlineHandler } from '@onewindow/journal';
import { ANSWER_DEADLINE, APPLICATION, CORRECTION_DEADLINE } from '../use-cases/aggregates.js';
import type { IntakeUseCases } from '../use-cases/intake-use-cases.js';

/** Which deadline runs which policy. */
export const deadlines = (intake: IntakeUseCases): readonly DeadlineHandler[] => [
  onDeadline(APPLICATION, ANSWER_DEADLINE, (applicationId, { dueAt }) =>
    intake.acceptBySilence({ applicationId, legal: dueAt }),
  ),
  onDeadline(APPLICATION, CORRECTION_DEADLINE, (applicationId, { dueAt }) =>
    intake.lapseCorrection({ applicationId, legal: dueAt }),
  ),
];
