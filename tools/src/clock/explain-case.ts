import type { UnmetRule } from '@onewindow/kernel';
import {
  explainExpiry,
  explainLatest,
  explainTerm,
  explanationSummary,
  step,
} from '@onewindow/statutory-clock';
import type { Explanation, Step, WorkingCalendar } from '@onewindow/statutory-clock';
import type { CaseSuspension, ClockCase, ForwardCase } from './clock-case.js';

/** The reasoning behind the date of a case. */
export function explainCase(read: ClockCase, calendar: WorkingCalendar): Explanation {
  switch (read.kind) {
    case 'forward':
      return explainForward(read, calendar);
    case 'backward':
      return explainLatest(read, calendar);
    case 'until-expiry':
      return explainExpiry(read, calendar);
  }
}

/** The same in one Chinese sentence or two. */
export const whyOf = (read: ClockCase, calendar: WorkingCalendar): string =>
  explanationSummary(explainCase(read, calendar)).zh;

function explainForward(read: ForwardCase, calendar: WorkingCalendar): Explanation {
  const { start, term, article, extension, suspensions } = read;
  const explanation = explainTerm(
    {
      start,
      term,
      article,
      excluded: suspensions
        .filter(({ notified }) => notified)
        .map(({ from, to, exclusion }) => ({ from, to, name: exclusion.name })),
      ...(extension === null ? {} : { extension }),
    },
    calendar,
  );
  const ignored = suspensions.filter(({ notified }) => !notified).map(ignoredStep);
  return { ...explanation, steps: [...explanation.steps, ...ignored] };
}

const ignoredStep = ({ from, to, exclusion }: CaseSuspension): Step =>
  step(
    'ignored',
    `${exclusion.name.zh}（${from} 至 ${to}）未书面告知申请人，不停止计时（行政许可法 45）`,
    `${exclusion.name.en} (${from} to ${to}): the applicant got no written notice, so the clock did not stop (行政许可法 45)`,
  );

/** What is wrong with a case, one line each, in both languages. */
export const complaintLines = (unmet: readonly UnmetRule[]): string[] =>
  unmet.flatMap(({ path = '', message }) => [`${path}: ${message.zh}`, `${path}: ${message.en}`]);
