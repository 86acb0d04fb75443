import type { LegalDate, Message } from '@onewindow/kernel';
import { addDays } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { extendedTerm } from '../clock/derive-clock.js';
import { countForward } from '../counting/count-forward.js';
import type { ForwardCount } from '../counting/count-forward.js';
import type { DerivedDate, Term } from '../counting/term.js';
import { dayRuns, isOff, offReason } from './day-runs.js';
import type { NamedInterval } from './day-runs.js';
import { calendarStep, step } from './explanation.js';
import type { Explanation, Step } from './explanation.js';
import { dueWords, enDay, runWords, termWords, zhDay } from './wording.js';

/** A forward term to explain. */
export interface TermToExplain {
  readonly start: LegalDate;
  /** Without the extension. */
  readonly term: Term;
  readonly article: string;
  readonly excluded: readonly NamedInterval[];
  readonly extension?: { readonly days: number; readonly approver?: Message };
}

/** Every day between the event and the end of the term: counted, or not and why. */
export function explainTerm(asked: TermToExplain, calendar: WorkingCalendar): Explanation {
  const { start, article, excluded, extension } = asked;
  const term = extendedTerm(start, asked.term, extension?.days ?? 0);
  const count = countForward(start, term, calendar, excluded);
  const through = lastExplained(count);
  return {
    article,
    steps: [
      ruleStep(article, asked.term),
      startStep(start),
      ...runSteps(asked, term.unit, through, count.rawLastDay, calendar),
      ...rollOverSteps(count, calendar),
      ...extensionSteps(asked, calendar),
      { kind: 'end', message: dueWords(count.due) },
      calendarStep(start, through, calendar),
    ],
  };
}

export const ruleStep = (article: string, term: Term): Step => {
  const words = termWords(term);
  return step('rule', `依据${article}：${words.zh}`, `${article}: ${words.en}`);
};

export const startStep = (start: LegalDate): Step =>
  step(
    'start',
    `起算：${zhDay(start)}，当日不计（民法典 201）`,
    `event: ${enDay(start)}, its own day is not counted (民法典 201)`,
  );

export function runSteps(
  { start, excluded }: Pick<TermToExplain, 'start' | 'excluded'>,
  unit: Term['unit'],
  through: LegalDate,
  rawLastDay: LegalDate | undefined,
  calendar: WorkingCalendar,
): Step[] {
  const walk = {
    start,
    through,
    unit,
    excluded,
    ...(rawLastDay === undefined ? {} : { rawLastDay }),
  };
  return dayRuns(walk, calendar).map((run) => ({ kind: 'run', message: runWords(run), run }));
}

/** An open working-day term is explained up to the day before the first that the calendar does not answer for. */
function lastExplained({ due, rawLastDay }: ForwardCount): LegalDate {
  if (due.kind === 'date') return due.date;
  return rawLastDay ?? addDays(due.notBefore, -1);
}

function rollOverSteps({ due, rawLastDay }: ForwardCount, calendar: WorkingCalendar): Step[] {
  if (rawLastDay === undefined || (due.kind === 'date' && due.date === rawLastDay)) return [];
  const kind = calendar.kindOf(rawLastDay);
  const state = isOff(kind)
    ? { zh: `为${offReason(kind).zh}`, en: `is ${offReason(kind).en}` }
    : { zh: '是否为休息日待定，如是', en: 'may be a day off; if so' };
  return [
    step(
      'roll-over',
      `末日 ${zhDay(rawLastDay)}${state.zh}，顺延至其后第一个计入的工作日（民法典 203）`,
      `the last day ${enDay(rawLastDay)} ${state.en}, it rolls over to the next working day that counts (民法典 203)`,
    ),
  ];
}

function extensionSteps(asked: TermToExplain, calendar: WorkingCalendar): Step[] {
  const { start, term, excluded, extension } = asked;
  if (extension === undefined || extension.days === 0) return [];
  const base = countForward(start, term, calendar, excluded).due;
  return [
    step(
      'extension',
      `原期限${baseWords(base).zh}；经${extension.approver?.zh ?? '批准'}${extension.approver === undefined ? '' : '批准'}延长 ${extension.days} 日，连续计算`,
      `the term itself ended ${baseWords(base).en}; extended by ${extension.days} days${extension.approver === undefined ? '' : `, approved by ${extension.approver.en}`}, counted on`,
    ),
  ];
}

const baseWords = (base: DerivedDate): Message =>
  base.kind === 'date'
    ? { zh: `至 ${base.date} 届满`, en: `on ${base.date}` }
    : {
        zh: `届满日待定（不早于 ${base.notBefore}）`,
        en: `on an open date (not before ${base.notBefore})`,
      };
