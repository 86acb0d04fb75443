import type { AcknowledgementTerm } from '../domain/handover/handover.js';
import type { Thresholds, WarnedClock } from '../domain/clock/warnings.js';
import type { Counting } from '../domain/track/track-clock.js';
import type { ApprovalDependencies, ApprovalPlaceRules } from './ports.js';

/** What counting a term of this place takes. */
export const countingOf = ({
  calendar,
  place,
}: Pick<ApprovalDependencies, 'calendar' | 'place'>): Counting => ({
  calendar: calendar(),
  thresholds: thresholdsOf(place),
});

/** The place's lamps for every clock; where it sets none, blue by its two figures, yellow on the last day, red afterwards. */
function thresholdsOf({
  warnAtShareLeft: shareLeft,
  warnAtWorkingDaysLeft: workingDaysLeft,
  warnings = {},
}: ApprovalPlaceRules): Thresholds {
  const usual: Thresholds[WarnedClock] = [
    { lamp: 'blue', workingDaysLeft, shareLeft },
    { lamp: 'yellow', workingDaysLeft: 0 },
    { lamp: 'red', workingDaysLeft: -1 },
  ];
  const { statutory = usual, promised = usual, certificate = usual, joint = usual } = warnings;
  return { statutory, promised, certificate, joint };
}

export const acknowledgementTermOf = ({
  calendar,
  place: { handoverAckWorkingDays },
}: Pick<ApprovalDependencies, 'calendar' | 'place'>): AcknowledgementTerm => ({
  calendar: calendar(),
  handoverAckWorkingDays,
});
