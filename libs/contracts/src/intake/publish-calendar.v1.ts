import { defineCommand } from '../contract.js';
import { Whole } from '../fields.js';
import { YearCalendar } from '../parts/index.js';

export class PublishCalendarRequest extends YearCalendar {}

export class PublishCalendarReply {
  @Whole({ min: 1949, max: 2999 }) year!: number;
  /** 1 for the first notice of a year, one more for each that amends it; the same notice again changes nothing. */
  @Whole({ min: 1, max: 9999 }) edition!: number;
}

export const PublishCalendarV1 = defineCommand({
  name: 'intake.publish-calendar',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishCalendarRequest,
  reply: PublishCalendarReply,
  http: { method: 'PUT', path: '/calendars/{year}' },
  summary: {
    zh: '发布或更正年度工作日历',
    en: 'Publishes the working calendar of a year, or an edition that amends it',
  },
});
