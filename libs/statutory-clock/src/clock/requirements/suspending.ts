import type { ClockResumed, ClockSuspended } from '../clock-events.js';
import { stops } from '../clock-facts.js';
import { runsOn } from './requirement.js';
import type { Requirement } from './requirement.js';

const ART_45 = '行政许可法 45';

export const suspending: readonly Requirement<ClockSuspended>[] = [
  {
    rule: 'procedure-stops-the-clock',
    path: 'procedure',
    source: ART_45,
    message: {
      zh: '该程序既不属于法定的八种特别程序，也未由事项所依据的法律列明，不能停止计时。',
      en: 'This procedure is neither one of the eight of article 45 nor named by the law of the item; it does not stop the clock.',
    },
    holds: ({ rule, event }) => stops(rule, event.procedure),
  },
  {
    rule: 'written-notice-given',
    path: 'notice',
    source: ART_45,
    message: {
      zh: '请先书面告知申请人所需时间并填写告知书文号，未书面告知的不停止计时。',
      en: 'Tell the applicant in writing how long it takes and enter the number of the notice; without it the clock does not stop.',
    },
    holds: ({ event }) => event.notice.trim() !== '',
  },
  {
    rule: 'notice-used-once',
    path: 'notice',
    message: {
      zh: '该告知书文号已用于另一次暂停，请核对文号。',
      en: 'Another suspension already uses this notice; check its number.',
    },
    holds: ({ clock, event }) => clock.suspensions.every(({ notice }) => notice !== event.notice),
  },
  {
    rule: 'expected-end-not-before-beginning',
    path: 'expectedUntil',
    message: {
      zh: '预计结束日不得早于开始日，请更正日期。',
      en: 'The expected end lies before the beginning; correct the dates.',
    },
    holds: ({ event }) => event.expectedUntil >= event.from,
  },
  {
    rule: 'suspended-not-before-start',
    path: 'from',
    message: {
      zh: '暂停开始日早于期限起算日，请更正日期。',
      en: 'The suspension begins before the term starts; correct the date.',
    },
    holds: ({ clock, event }) => event.from >= clock.startedOn,
  },
  {
    rule: 'suspended-within-term',
    path: 'from',
    message: {
      zh: '期限已经届满，此后的程序不再停止计时。',
      en: 'The term is over; a procedure that begins afterwards stops nothing.',
    },
    holds: ({ clock, event }) => runsOn(clock, event.from),
  },
];

export const resuming: readonly Requirement<ClockResumed>[] = [
  {
    rule: 'suspension-is-running',
    path: 'notice',
    message: {
      zh: '没有以该告知书暂停且尚未结束的程序，请核对文号。',
      en: 'No suspension that still runs has this notice; check its number.',
    },
    holds: ({ clock, event }) =>
      clock.suspensions.some(({ notice, to }) => notice === event.notice && to === null),
  },
  {
    rule: 'resumed-not-before-beginning',
    path: 'on',
    message: {
      zh: '暂停的结束日早于开始日，请更正日期。',
      en: 'The suspension ends before it begins; correct the date.',
    },
    holds: ({ clock, event }) =>
      clock.suspensions.every(({ notice, from }) => notice !== event.notice || from <= event.on),
  },
];
