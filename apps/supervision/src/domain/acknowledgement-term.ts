import { endOfDay, legalDate, legalDateAt, type Change, type Instant } from '@onewindow/kernel';
import {
  countForward,
  workingDays,
  type CalendarEdition,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import type { Handover, HandoverEvent, ReceivedDecision, WireDate } from './handover.js';

/** When the term to sign has passed; never while its date is open, and not once it was kept or recorded as passed. */
export const deadlinesOf = ({
  status,
  acknowledgeBy,
  overdueSince,
}: Handover): Readonly<Record<'acknowledgement', Instant | undefined>> => ({
  acknowledgement:
    status !== 'received' || overdueSince !== undefined || acknowledgeBy.due === undefined
      ? undefined
      : endOfDay(legalDate(acknowledgeBy.due)),
});

/**
 * The term to sign, as the bureau derives it from the same day and the same days; its news may be older or newer than the
 * calendar here. Where this calendar does not reach, what the bureau told stands.
 */
export function acknowledgeByOn(
  { acknowledgeBy, handedOverAt, workingDaysToAcknowledge }: ReceivedDecision,
  calendar: WorkingCalendar,
): WireDate {
  if (handedOverAt === undefined || workingDaysToAcknowledge === undefined) return acknowledgeBy;
  const term = workingDays(workingDaysToAcknowledge);
  const { due } = countForward(legalDateAt(handedOverAt), term, calendar);
  if (due.kind === 'date') return { due: due.date };
  if (acknowledgeBy.due !== undefined) return acknowledgeBy;
  return { notBefore: due.notBefore, missingYear: due.missingYear };
}

/** The same on another calendar, while it is awaited. */
export function rederiveAcknowledgement(
  handover: Handover,
  { calendar, reason }: { calendar: WorkingCalendar; reason: readonly CalendarEdition[] },
): Change<Handover, HandoverEvent> | undefined {
  const { status, overdueSince, acknowledgeBy: before } = handover;
  if (status !== 'received' || overdueSince !== undefined) return undefined;
  const after = acknowledgeByOn(handover, calendar);
  if (isSame(before, after)) return undefined;
  return {
    state: { ...handover, acknowledgeBy: after },
    events: [{ type: 'acknowledgement-moved', before, after, calendars: reason }],
  };
}

const isSame = (one: WireDate, other: WireDate): boolean =>
  one.due === other.due &&
  one.notBefore === other.notBefore &&
  one.missingYear === other.missingYear;
