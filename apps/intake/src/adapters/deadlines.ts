import { onDeadline, onWarning, type DeadlineHandler } from '@onewindow/journal';
import {
  ANSWER_DEADLINE,
  APPLICATION,
  CATALOGUE_IMPORT,
  CATALOGUE_ITEM,
  CORRECTION_DEADLINE,
  IMPLEMENTATION_EDITION,
  IMPORT_DEADLINE,
  IN_FORCE_DEADLINE,
  ITEM_VERSION,
  NUMBERS_DEADLINE,
  RETIREMENT_DEADLINE,
} from '../use-cases/aggregates.js';
import type { IntakeUseCases } from '../use-cases/intake-use-cases.js';

/** Which deadline runs which policy. */
export const deadlines = (intake: IntakeUseCases): readonly DeadlineHandler[] => [
  onDeadline(APPLICATION, ANSWER_DEADLINE, (applicationId, { dueAt }) =>
    intake.acceptBySilence({ applicationId, legal: dueAt }),
  ),
  onDeadline(APPLICATION, CORRECTION_DEADLINE, (applicationId, { dueAt }) =>
    intake.lapseCorrection({ applicationId, legal: dueAt }),
  ),
  // It changes nobody's rights, so it goes on while effects are halted.
  onWarning(APPLICATION, NUMBERS_DEADLINE, (applicationId) => intake.tellNumbers(applicationId)),
  onDeadline(ITEM_VERSION, IN_FORCE_DEADLINE, (version, { dueAt }) =>
    intake.takeEffect({ version, legal: dueAt }),
  ),
  onDeadline(IMPLEMENTATION_EDITION, IN_FORCE_DEADLINE, (edition, { dueAt }) =>
    intake.takeEditionIntoForce({ edition, legal: dueAt }),
  ),
  onDeadline(CATALOGUE_IMPORT, IMPORT_DEADLINE, (id) => intake.runImport(id)),
  onDeadline(CATALOGUE_ITEM, RETIREMENT_DEADLINE, (code, { dueAt }) =>
    intake.retireItem({ code, legal: dueAt }),
  ),
];
