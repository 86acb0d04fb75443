import { Refusal } from '@onewindow/kernel';
import type { LegalDate, PlainRefusal } from '@onewindow/kernel';
import {
  countBackward,
  countForward,
  extendedTerm,
  lastWorkingDayUpTo,
} from '@onewindow/statutory-clock';
import type { DerivedDate, LatestDate, WorkingCalendar } from '@onewindow/statutory-clock';
import type { BackwardCase, ClockCase, ExpiryCase, ForwardCase } from './clock-case.js';
import { whyOf } from './explain-case.js';
import { isRecord } from './raw-case.js';
import { readCase } from './read-case.js';

/** One entry of the answer. `due` is null when the date is open or the case was refused. */
export interface Answer {
  readonly id: string | null;
  readonly due: LegalDate | null;
  readonly baseDue?: LegalDate;
  readonly rawLastDay?: LegalDate;
  readonly deemedAccepted?: LegalDate;
  readonly lastWorkingDayOnOrBefore?: LegalDate;
  readonly notBefore?: LegalDate;
  readonly missingYear?: number;
  readonly error?: PlainRefusal;
  readonly why: string;
}

type Dates = Omit<Answer, 'id' | 'why' | 'error' | 'deemedAccepted'>;

/** Answers one case; what is wrong with it is part of the answer, so that the others are answered too. */
export function answerCase(raw: unknown, calendar: WorkingCalendar): Answer {
  try {
    const read = readCase(raw);
    const { id, deemedAccepted } = read;
    return {
      id,
      ...datesOf(read, calendar),
      ...(deemedAccepted === undefined ? {} : { deemedAccepted }),
      why: whyOf(read, calendar),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const id = isRecord(raw) && typeof raw['id'] === 'string' ? raw['id'] : null;
    const why = error.unmet.map(({ message }) => message.zh).join('');
    return { id, due: null, error: error.toData(), why };
  }
}

function datesOf(read: ClockCase, calendar: WorkingCalendar): Dates {
  switch (read.kind) {
    case 'forward':
      return forwardDates(read, calendar);
    case 'backward':
      return backwardDates(read, calendar);
    case 'until-expiry':
      return expiryDates(read, calendar);
  }
}

function forwardDates(read: ForwardCase, calendar: WorkingCalendar): Dates {
  const { start, term, extension } = read;
  const excluded = read.suspensions.filter(({ notified }) => notified);
  const whole = extendedTerm(start, term, extension?.days ?? 0);
  const { due, rawLastDay } = countForward(start, whole, calendar, excluded);
  const base = extension === null ? null : countForward(start, term, calendar, excluded).due;
  return {
    ...dateFields(due),
    ...(base?.kind === 'date' ? { baseDue: base.date } : {}),
    ...(rawLastDay === undefined ? {} : { rawLastDay }),
  };
}

function backwardDates(
  { anchorDate, anchor, term }: BackwardCase,
  calendar: WorkingCalendar,
): Dates {
  return dateFields(countBackward(anchorDate, anchor, term, calendar));
}

/** The expiry itself is certain in any year; only its last working day needs the calendar. */
function expiryDates({ expiry }: ExpiryCase, calendar: WorkingCalendar): Dates {
  const last = lastWorkingDayUpTo(expiry, calendar);
  return {
    due: expiry,
    ...(last.kind === 'date'
      ? { lastWorkingDayOnOrBefore: last.date }
      : { missingYear: last.missingYear }),
  };
}

const dateFields = (derived: DerivedDate | LatestDate): Dates =>
  derived.kind === 'date'
    ? { due: derived.date }
    : {
        due: null,
        ...(derived.notBefore === null ? {} : { notBefore: derived.notBefore }),
        missingYear: derived.missingYear,
      };
