import type { APPLICATION_DATES, ExplainApplicationDateReply } from '@onewindow/contracts';
import { legalDateAt, type Instant, type Message } from '@onewindow/kernel';
import { explainedDate } from '@onewindow/service';
import { explainTerm, workingDays, type WorkingCalendar } from '@onewindow/statutory-clock';
import type { Application } from '../domain/application.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { WireDate } from '../domain/terms.js';
import type { IntakePlaceRules } from '../use-cases/ports.js';

type DateOfApplication = (typeof APPLICATION_DATES)[number];

/** Where a date of the application comes from. */
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
    origin: ({ receivedAt, correction, answerBy, status }, { workingDaysToAccept }) =>
      status === 'awaiting-correction'
        ? undefined
        : {
            start: correction?.correctedAt ?? receivedAt,
            days: workingDaysToAccept,
            due: answerBy,
          },
  },
  correction: {
    title: { zh: '补正期限', en: 'Corrections are due by' },
    article: '补正告知书（行政许可法 32(四)；期限由本地规定）',
    origin: ({ correction }, { workingDaysToCorrect }) =>
      correction && {
        start: correction.issuedAt,
        days: workingDaysToCorrect,
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
  return { date, title, due, ...explainedDate(explanation) };
}
