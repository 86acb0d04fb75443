import type { LegalDate } from '@onewindow/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { lastWorkingDayUpTo } from '../counting/count-backward.js';
import { calendarStep, step } from './explanation.js';
import type { Explanation } from './explanation.js';
import { enDay, zhDay } from './wording.js';

/** A decision that is due at the expiry of a licence: the expiry does not move for a holiday (许可法 50②). */
export function explainExpiry(
  { start, expiry, article }: { start: LegalDate; expiry: LegalDate; article: string },
  calendar: WorkingCalendar,
): Explanation {
  const last = lastWorkingDayUpTo(expiry, calendar);
  const lastStep =
    last.kind === 'date'
      ? step(
          'ignored',
          `届满前最后一个工作日：${zhDay(last.date)}`,
          `last working day before it: ${enDay(last.date)}`,
        )
      : step(
          'ignored',
          `${last.missingYear} 年放假通知尚未载入，届满前最后一个工作日待定`,
          `the holiday notice of ${last.missingYear} is not loaded, so the last working day before it is open`,
        );
  return {
    article,
    steps: [
      step(
        'rule',
        `依据${article}：应在有效期届满前作出决定，届满日不因休假顺延，也不因特别程序推迟`,
        `${article}: the decision is due before the expiry, which neither a holiday nor a special procedure moves`,
      ),
      step('start', `申请：${zhDay(start)}`, `filed: ${enDay(start)}`),
      lastStep,
      step(
        'end',
        `期限届满：${zhDay(expiry)} 24:00（北京时间）`,
        `the term ends: ${enDay(expiry)} at 24:00, Asia/Shanghai`,
      ),
      calendarStep(expiry, expiry, calendar),
    ],
  };
}
