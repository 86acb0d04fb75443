import type { AcknowledgementTerm } from '../domain/handover/handover.js';
import type { Counting } from '../domain/track/track-clock.js';
import type { ApprovalDependencies } from './ports.js';

/** What counting a term of this place takes. */
export const countingOf = ({
  calendar,
  place: { warnAtShareLeft, warnAtWorkingDaysLeft },
}: Pick<ApprovalDependencies, 'calendar' | 'place'>): Counting => ({
  calendar: calendar(),
  thresholds: { warnAtShareLeft, warnAtWorkingDaysLeft },
});

export const acknowledgementTermOf = ({
  calendar,
  place: { handoverAckWorkingDays },
}: Pick<ApprovalDependencies, 'calendar' | 'place'>): AcknowledgementTerm => ({
  calendar: calendar(),
  handoverAckWorkingDays,
});
