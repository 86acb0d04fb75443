import type { Change, Instant } from '@onewindow/kernel';
import type { CalendarEdition, WorkingCalendar } from '@onewindow/statutory-clock';
import type { Application, ApplicationEvent, MovedDates } from './application.js';
import { instantAfter, isSameDate, termFrom, type WireDate } from './terms.js';

/** What the dates of an application are counted by. */
export interface RederivationTerms {
  readonly calendar: WorkingCalendar;
  /** The notices that came since they were counted. */
  readonly reason: readonly CalendarEdition[];
  readonly workingDaysToAccept: number;
  readonly workingDaysToCorrect: number;
}

/** The terms that intake keeps itself; what was recorded as missed or over is not touched. */
export function rederiveApplication(
  application: Application,
  terms: RederivationTerms,
): Change<Application, ApplicationEvent> | undefined {
  const { correction } = application;
  const answer = movedDate(application.answerBy, runningAnswer(application, terms), terms);
  if (answer !== undefined) {
    return moved({ ...application, answerBy: answer }, terms, {
      before: { answerBy: application.answerBy },
      after: { answerBy: answer },
    });
  }
  if (correction === undefined) return undefined;
  const correctBy = movedDate(correction.correctBy, runningCorrection(application, terms), terms);
  if (correctBy === undefined) return undefined;
  return moved({ ...application, correction: { ...correction, correctBy } }, terms, {
    before: { correctBy: correction.correctBy },
    after: { correctBy },
  });
}

/** The deadlines that stand on those terms: at most one of the two runs. */
export const deadlinesOf = ({
  status,
  answerBy,
  answerOverdueSince,
  correction,
}: Application): Readonly<Record<'answer' | 'correction', Instant | undefined>> => ({
  answer:
    status === 'submitted' || (status === 'corrected' && answerOverdueSince === undefined)
      ? instantAfter(answerBy)
      : undefined,
  correction:
    status === 'awaiting-correction' &&
    correction !== undefined &&
    correction.missedAt === undefined
      ? instantAfter(correction.correctBy)
      : undefined,
});

interface RunningTerm {
  readonly from: Instant;
  readonly days: number;
}

function runningAnswer(
  { status, receivedAt, correction, answerWithin, answerOverdueSince }: Application,
  { workingDaysToAccept }: RederivationTerms,
): RunningTerm | undefined {
  const days = answerWithin ?? workingDaysToAccept;
  if (status === 'submitted') return { from: receivedAt, days };
  if (status !== 'corrected' || answerOverdueSince !== undefined) return undefined;
  return correction?.correctedAt && { from: correction.correctedAt, days };
}

function runningCorrection(
  { status, correction }: Application,
  { workingDaysToCorrect }: RederivationTerms,
): RunningTerm | undefined {
  if (status !== 'awaiting-correction' || correction === undefined) return undefined;
  if (correction.missedAt !== undefined) return undefined;
  return { from: correction.issuedAt, days: correction.correctWithin ?? workingDaysToCorrect };
}

function movedDate(
  before: WireDate,
  term: RunningTerm | undefined,
  { calendar }: RederivationTerms,
): WireDate | undefined {
  if (term === undefined) return undefined;
  const after = termFrom(term.from, { unit: 'working-day', days: term.days }, calendar);
  return isSameDate(before, after) ? undefined : after;
}

const moved = (
  state: Application,
  { reason: calendars }: RederivationTerms,
  dates: { readonly before: MovedDates; readonly after: MovedDates },
): Change<Application, ApplicationEvent> => ({
  state,
  events: [{ type: 'dates-moved', ...dates, calendars }],
});
