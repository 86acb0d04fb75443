import { legalDateAt, type Change } from '@onewindow/kernel';
import { countForward, workingDays } from '@onewindow/statutory-clock';
import { plainDueDate } from '../due-date.js';
import type { AcknowledgementTerm, Handover, HandoverEvent } from '../handover/handover.js';
import { isSame, type MovedBy } from './moved-dates.js';

/** The term to acknowledge, which runs from the day of the sending; one that was kept or passed is not touched. */
export function rederiveHandover(
  handover: Handover,
  { calendar, handoverAckWorkingDays }: AcknowledgementTerm,
  { calendars }: MovedBy,
): Change<Handover, HandoverEvent> | undefined {
  const { status, sentAt, acknowledgeBy, overdueSince, acknowledgeWithin } = handover;
  if (status !== 'sent' || overdueSince !== undefined) return undefined;
  if (sentAt === undefined || acknowledgeBy === undefined) return undefined;
  const days = workingDays(acknowledgeWithin ?? handoverAckWorkingDays);
  const after = plainDueDate(countForward(legalDateAt(sentAt), days, calendar).due);
  if (isSame(acknowledgeBy, after)) return undefined;
  return {
    state: { ...handover, acknowledgeBy: after },
    events: [{ type: 'acknowledgement-moved', before: acknowledgeBy, after, calendars }],
  };
}
