import type { CASE_DATES, ExplainCaseDateReply } from '@onewindow/contracts';
import { legalDateAt, type Instant, type Message } from '@onewindow/kernel';
import { explainedDate } from '@onewindow/service';
import {
  explainClock,
  explainTerm,
  workingDays,
  type Explanation,
} from '@onewindow/statutory-clock';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { DueDate } from '../domain/due-date.js';
import { certificateRule } from '../domain/licence/certificate-clock.js';
import {
  datesOf,
  promisedRule,
  statutoryRule,
  type Counting,
} from '../domain/track/track-clock.js';
import type { Track } from '../domain/track/track.js';
import type { ApprovalPlaceRules } from '../use-cases/ports.js';
import type { CaseFile } from './records.js';
import type { Licence } from '../domain/licence/licence.js';

type DateOfCase = (typeof CASE_DATES)[number];

interface Sources {
  readonly track: Track;
  readonly file: CaseFile;
  readonly licence: Licence | undefined;
  readonly counting: Counting;
  readonly place: Pick<ApprovalPlaceRules, 'handoverAckWorkingDays'>;
}

interface Explained {
  readonly due: DueDate;
  readonly explanation: Explanation;
}

const TITLES: Readonly<Record<DateOfCase, Message>> = {
  statutory: { zh: '法定办结期限', en: 'Statutory date of the decision' },
  promised: { zh: '承诺办结期限', en: 'Promised date of the decision' },
  certificate: { zh: '证照颁发、送达期限', en: 'The certificate is served by' },
  handover: { zh: '监管部门签收期限', en: 'The department acknowledges by' },
};

const EXPLAINED: Readonly<Record<DateOfCase, (sources: Sources) => Explained | undefined>> = {
  statutory: ({ track: { terms, clock }, counting }) => ({
    due: datesOf(terms, clock, counting).statutory,
    explanation: explainClock(statutoryRule(terms.statutory), clock, counting.calendar),
  }),
  promised: ({ track: { terms, clock }, counting }) => {
    const due = datesOf(terms, clock, counting).promised;
    if (due === undefined || terms.promised === undefined) return undefined;
    return {
      due,
      explanation: explainClock(promisedRule(terms.promised), clock, counting.calendar),
    };
  },
  certificate: ({ licence, counting }) =>
    licence && {
      due: licence.serveBy,
      explanation: explainClock(certificateRule(licence), licence.clock, counting.calendar),
    },
  handover: ({ track, file, counting, place }) => {
    const handover = file.handovers.find(({ item }) => item === track.item);
    const { sentAt, acknowledgeBy } = handover ?? {};
    if (sentAt === undefined || acknowledgeBy === undefined) return undefined;
    const article = '审管互动签收期限（本地规定）';
    return {
      due: acknowledgeBy,
      explanation: term(sentAt, place.handoverAckWorkingDays, article, counting),
    };
  },
};

const term = (start: Instant, days: number, article: string, { calendar }: Counting): Explanation =>
  explainTerm(
    { start: legalDateAt(start), term: workingDays(days), article, excluded: [] },
    calendar,
  );

/** How a date of a track came about. Throws the refusal `date-not-set` while there is none. */
export function explainCaseDate(date: DateOfCase, sources: Sources): ExplainCaseDateReply {
  const explained = EXPLAINED[date](sources);
  if (explained === undefined) throw approvalRefusals.refuse('date-not-set');
  const { due, explanation } = explained;
  return {
    date,
    item: sources.track.item,
    title: TITLES[date],
    due,
    ...explainedDate(explanation),
  };
}
