import { defineEvent } from '../contract.js';
import { InstantText, Nested, Whole } from '../fields.js';
import { YearCalendar } from '../parts/index.js';

export class CalendarPublishedPayload {
  @Nested(() => YearCalendar) calendar!: YearCalendar;
  @Whole({ min: 1, max: 9999 }) edition!: number;
  @InstantText() publishedAt!: string;
}

export const CalendarPublishedV1 = defineEvent({
  name: 'intake.calendar-published',
  version: 1,
  heardBy: ['approval', 'supervision', 'intermediary-market'],
  payload: CalendarPublishedPayload,
  summary: {
    zh: '年度工作日历已发布或更正',
    en: 'The working calendar of a year was published or amended; open dates are derived anew',
  },
});
