import type { APPLICATION_DATES, ExplainApplicationDateReply } from '@onewindow/contracts';
import { legalDateAt, type Instant, type LegalDate, type Message } from '@onewindow/kernel';
import { explainedDate } from '@onewindow/service';
import {
  asItStood,
  explainTerm,
  workingDays,
  type Explanation,
  type WorkingCalendar,
} from '@onewindow/statutory-clock';
import type { Application } from '../domain/application.js';
import { intakeRefusals } from '../domain/refusals.js';
import { termFrom, type WireDate } from '../domain/terms.js';
import type { IntakePlaceRules } from '../use-cases/ports.js';

type DateOfApplication = (typeof APPLICATION_DATES)[number];

/** Where a date of the application comes from: the days that the place gave when the term began, not those of today. */
interface Origin {
  readonly start: Instant;
  readonly days: number;
  readonly due: WireDate;
}

interface Rule {
  readonly title: Message;
  readonly article: string;
  readonly origin: (application: Application, place: IntakePlaceRules) => Origin | undefined;
}

const RULES: Readonly<Record<DateOfApplication, Rule>> = {
  answer: {
    title: { zh: '窗口答复期限', en: 'The window answers by' },
    article: '行政许可法 32(四)',
    origin: (
      { receivedAt, correction, answerBy, answerWithin, status },
      { workingDaysToAccept },
    ) =>
      status === 'awaiting-correction'
        ? undefined
        : {
            start: correction?.correctedAt ?? receivedAt,
            days: answerWithin ?? workingDaysToAccept,
            due: answerBy,
          },
  },
  correction: {
    title: { zh: '补正期限', en: 'Corrections are due by' },
    article: '补正告知书（行政许可法 32(四)；期限由本地规定）',
    origin: ({ correction }, { workingDaysToCorrect }) =>
      correction && {
        start: correction.issuedAt,
        days: correction.correctWithin ?? workingDaysToCorrect,
        due: correction.correctBy,
      },
  },
};

/** How a date before acceptance came about. Throws the refusal `date-not-set` while there is none. */
export function explainApplicationDate(
  application: Application,
  date: DateOfApplication,
  place: IntakePlaceRules,
  calendar: WorkingCalendar,
): ExplainApplicationDateReply {
  const { title, article, origin } = RULES[date];
  const found = origin(application, place);
  if (found === undefined) throw intakeRefusals.refuse('date-not-set');
  const { start, days, due } = found;
  const explanation = explainTerm(
    { start: legalDateAt(start), term: workingDays(days), article, excluded: [] },
    calendar,
  );
  return { date, title, due, ...explainedDate(settled(explanation, found, calendar)) };
}

/** A date that was settled before a calendar was amended is not derived by it; the explanation says so. */
function settled(
  explanation: Explanation,
  { start, days, due: { due } }: Origin,
  calendar: WorkingCalendar,
): Explanation {
  const derived = termFrom(start, workingDays(days), calendar);
  return due === undefined || due === derived.due
    ? explanation
    : asItStood(explanation, due as LegalDate);
}
