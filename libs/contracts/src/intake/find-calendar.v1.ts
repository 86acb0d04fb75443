import { defineQuery } from '../contract.js';
import { InstantText, NestedList, Optional, Text, Whole } from '../fields.js';
import { YearCalendar } from '../parts/index.js';

/** One notice in the history of a year. */
export class EditionOfYear {
  @Whole({ min: 1, max: 9999 }) edition!: number;
  @Text({ max: 300 }) title!: string;
  @Text({ max: 100 }) documentNumber!: string;
  /** Absent: the edition came with the platform. */
  @Optional() @InstantText() publishedAt?: string;
}

export class FindCalendarRequest {
  @Whole({ min: 1949, max: 2999 }) year!: number;
}

export class FindCalendarReply extends YearCalendar {
  @Whole({ min: 1, max: 9999 }) edition!: number;
  /** Oldest first; the last is the one in force. */
  @NestedList(() => EditionOfYear, { atLeast: 1, atMost: 1000 }) editions!: EditionOfYear[];
}

export const FindCalendarV1 = defineQuery({
  name: 'intake.find-calendar',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindCalendarRequest,
  reply: FindCalendarReply,
  http: { method: 'GET', path: '/calendars/{year}' },
  summary: {
    zh: '查看年度工作日历及其依据',
    en: 'Shows the working calendar of a year and the notices it rests on',
  },
});
