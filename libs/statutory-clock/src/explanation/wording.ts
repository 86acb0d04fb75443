import type { LegalDate, Message } from '@onewindow/kernel';
import { weekday } from '@onewindow/kernel';
import type { DerivedDate, Term } from '../counting/term.js';
import type { DayRun } from './day-runs.js';

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export const zhDay = (date: LegalDate): string =>
  `${date}（周${WEEKDAYS_ZH[weekday(date)] ?? ''}）`;
export const enDay = (date: LegalDate): string => `${date} (${WEEKDAYS_EN[weekday(date)] ?? ''})`;

export const zhRange = (from: LegalDate, to: LegalDate): string =>
  from === to ? zhDay(from) : `${zhDay(from)}至${zhDay(to)}`;
export const enRange = (from: LegalDate, to: LegalDate): string =>
  from === to ? enDay(from) : `${enDay(from)} to ${enDay(to)}`;

/** `20 个工作日`, `3 个月`. */
export function termWords(term: Term): Message {
  switch (term.unit) {
    case 'working-day':
      return { zh: `${term.days} 个工作日`, en: `${term.days} working days` };
    case 'calendar-day':
      return { zh: `${term.days} 个自然日`, en: `${term.days} natural days` };
    case 'month':
      return { zh: `${term.count} 个月`, en: `${term.count} months` };
    case 'year':
      return { zh: `${term.count} 年`, en: `${term.count} years` };
  }
}

/** One line for one run of days. */
export function runWords({ role, from, to, days, total, reason, makeUpDays }: DayRun): Message {
  if (role === 'counted') {
    return {
      zh: `计入：${zhRange(from, to)}，${days} 日，累计 ${total} 日${zhMakeUp(makeUpDays)}`,
      en: `counted: ${enRange(from, to)}, ${days}, ${total} in all${enMakeUp(makeUpDays)}`,
    };
  }
  if (role === 'rolled-over') {
    return { zh: `顺延至：${zhDay(from)}`, en: `rolled over to: ${enDay(from)}` };
  }
  return {
    zh: `不计：${zhRange(from, to)}，${reason?.zh ?? ''}`,
    en: `not counted: ${enRange(from, to)}, ${reason?.en ?? ''}`,
  };
}

const zhMakeUp = (days: readonly LegalDate[]) =>
  days.length === 0 ? '' : `（其中 ${days.map(zhDay).join('、')}调休上班）`;
const enMakeUp = (days: readonly LegalDate[]) =>
  days.length === 0 ? '' : ` (${days.map(enDay).join(', ')} worked in exchange)`;

/** What a derived date says about the end of a term. */
export function dueWords(due: DerivedDate): Message {
  return due.kind === 'date'
    ? {
        zh: `期限届满：${zhDay(due.date)} 24:00（北京时间）`,
        en: `the term ends: ${enDay(due.date)} at 24:00, Asia/Shanghai`,
      }
    : openWords(due.missingYear, due.notBefore);
}

export function openWords(missingYear: number, notBefore: LegalDate | null): Message {
  return {
    zh: `${missingYear} 年放假通知尚未载入，日期待定${notBefore === null ? '' : `，不早于 ${notBefore}`}；通知载入后重新推导`,
    en: `the holiday notice of ${missingYear} is not loaded, so the date is open${notBefore === null ? '' : `, not before ${notBefore}`}; it is derived again when the notice arrives`,
  };
}
