import type { CASE_DATES, ExplainCaseDateReply } from '@onewindow/contracts';
import { legalDateAt, type Instant, type Message } from '@onewindow/kernel';
import { explainedDate } from '@onewindow/service';
import {
  asItStood,
  countForward,
  deriveClock,
  explainClock,
  explainTerm,
  workingDays,
  type ClockEvent,
  type ClockRule,
  type Explanation,
  type Term,
} from '@onewindow/statutory-clock';
import { approvalRefusals } from '../domain/approval-refusals.js';
import { plainDueDate, type DueDate } from '../domain/due-date.js';
import { JOINT_RULE } from '../domain/case/joint-clock.js';
import { certificateRule } from '../domain/licence/certificate-clock.js';
import { asTerm, lastDayToAppeal, type Appeal } from '../domain/track/appeal.js';
import { promiseOf, statutoryRule, type Counting } from '../domain/track/track-clock.js';
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
  joint: { zh: '联合办理期限', en: 'The joint handling ends by' },
  promised: { zh: '承诺办结期限', en: 'Promised date of the decision' },
  certificate: { zh: '证照颁发、送达期限', en: 'The certificate is served by' },
  handover: { zh: '监管部门签收期限', en: 'The department acknowledges by' },
  reconsideration: { zh: '申请行政复议期限', en: 'Application for reconsideration until' },
  litigation: { zh: '提起行政诉讼期限', en: 'Action at court until' },
};

const EXPLAINED: Readonly<Record<DateOfCase, (sources: Sources) => Explained | undefined>> = {
  statutory: ({ track: { terms, clock, dates }, counting }) =>
    kept({ rule: statutoryRule(terms.statutory), clock, due: dates.statutory }, counting),
  joint: ({ file: { of }, counting }) =>
    of.joint && kept({ rule: JOINT_RULE, ...of.joint }, counting),
  promised: ({ track: { terms, clock, dates }, counting }) => {
    const rule = promiseOf(terms);
    if (dates.promised === undefined || rule === undefined) return undefined;
    return kept({ rule, clock, due: dates.promised }, counting);
  },
  certificate: ({ licence, counting }) =>
    licence &&
    kept({ rule: certificateRule(licence), clock: licence.clock, due: licence.serveBy }, counting),
  handover: ({ track, file, counting, place }) => {
    const handover = file.handovers.find(({ item }) => item === track.item);
    const { sentAt, acknowledgeBy, acknowledgeWithin } = handover ?? {};
    if (sentAt === undefined || acknowledgeBy === undefined) return undefined;
    const article = '审管互动签收期限（本地规定）';
    const days = acknowledgeWithin ?? place.handoverAckWorkingDays;
    return termKept(sentAt, { term: workingDays(days), article, due: acknowledgeBy }, counting);
  },
  reconsideration: (sources) => appealKept('reconsideration', sources),
  litigation: (sources) => appealKept('litigation', sources),
};

/** Nothing is explained before the service: there is no date yet. */
function appealKept(appeal: Appeal, { track: { served }, counting }: Sources) {
  if (served?.terms === undefined) return undefined;
  const { servedAt, terms } = served;
  const due = lastDayToAppeal(appeal, { servedAt, terms }, counting.calendar);
  const { source: article } = terms[appeal];
  return termKept(servedAt, { term: asTerm(terms[appeal]), article, due }, counting);
}

interface ClockKept {
  readonly rule: ClockRule;
  readonly clock: readonly ClockEvent[];
  readonly due: DueDate;
}

/** The date as it is kept. What was settled before a calendar was amended is not derived by it; the explanation says so. */
function kept({ rule, clock, due }: ClockKept, { calendar }: Counting): Explained {
  const derived = plainDueDate(deriveClock(rule, clock, calendar).due);
  const explanation = explainClock(rule, clock, calendar);
  return { due, explanation: settled(explanation, due, derived) };
}

interface TermKept {
  readonly term: Term;
  readonly article: string;
  readonly due: DueDate;
}

function termKept(
  from: Instant,
  { term, article, due }: TermKept,
  { calendar }: Counting,
): Explained {
  const start = legalDateAt(from);
  const derived = plainDueDate(countForward(start, term, calendar).due);
  const explanation = explainTerm({ start, term, article, excluded: [] }, calendar);
  return { due, explanation: settled(explanation, due, derived) };
}

const settled = (explanation: Explanation, { due }: DueDate, derived: DueDate): Explanation =>
  due === undefined || due === derived.due ? explanation : asItStood(explanation, due);

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
