import type { LegalDate } from '@onewindow/kernel';
import { addDays } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { countBackward } from '../counting/count-backward.js';
import type { Anchor } from '../counting/count-backward.js';
import type { DayTerm } from '../counting/term.js';
import { calendarStep, step } from './explanation.js';
import type { Explanation, Step } from './explanation.js';
import { runSteps } from './explain-term.js';
import { enDay, openWords, termWords, zhDay } from './wording.js';

/** A term counted back from an expiry or a hearing. */
export interface LatestToExplain {
  readonly anchorDate: LegalDate;
  readonly anchor: Anchor;
  readonly term: DayTerm;
  readonly article: string;
}

/** Every day between the latest day for the act and its anchor. */
export function explainLatest(
  { anchorDate, anchor, term, article }: LatestToExplain,
  calendar: WorkingCalendar,
): Explanation {
  const latest = countBackward(anchorDate, anchor, term, calendar);
  const words = termWords(term);
  const edge =
    anchor === 'end-of-day'
      ? { zh: '届满日当日 24:00', en: 'the end of that day' }
      : { zh: '当日零时', en: 'the start of that day' };
  const lastWhole = anchor === 'end-of-day' ? anchorDate : addDays(anchorDate, -1);
  const head = [
    step(
      'rule',
      `依据${article}：其前须有 ${words.zh}`,
      `${article}: ${words.en} must lie before it`,
    ),
    step(
      'start',
      `倒算基准：${zhDay(anchorDate)}，以${edge.zh}为界`,
      `counted back from: ${enDay(anchorDate)}, bounded by ${edge.en}`,
    ),
  ];
  if (latest.kind === 'open') {
    return { article, steps: [...head, openStep(latest.missingYear, latest.notBefore)] };
  }
  return {
    article,
    steps: [
      ...head,
      ...runSteps({ start: latest.date, excluded: [] }, term.unit, lastWhole, undefined, calendar),
      step(
        'end',
        `最晚办理日：${zhDay(latest.date)}`,
        `latest day for the act: ${enDay(latest.date)}`,
      ),
      calendarStep(latest.date, anchorDate, calendar),
    ],
  };
}

const openStep = (missingYear: number, notBefore: LegalDate | null): Step => ({
  kind: 'end',
  message: openWords(missingYear, notBefore),
});
