import { defineEvent } from '../contract.js';
import { Code, InstantText, OneOf, Uuid } from '../fields.js';

export const REPORT_NOT_NEEDED_REASONS = [
  'handed-in', // the applicant handed a report of its own choice in
  'delivered', // the market's report was put onto the application
  'accepted', // accepted by silence or otherwise, complete or not
  'ended', // withdrawn, or not accepted
] as const;

/** Names the need of `intake.report-needed` that is no more. A report that was delivered late all the same goes to the locker. */
export class ReportNotNeededPayload {
  @Uuid() applicationId!: string;
  @Code() itemCode!: string;
  @Code() materialCode!: string;
  @OneOf(REPORT_NOT_NEEDED_REASONS) reason!: (typeof REPORT_NOT_NEEDED_REASONS)[number];
  @InstantText() since!: string;
}

export const ReportNotNeededV1 = defineEvent({
  name: 'intake.report-not-needed',
  version: 1,
  heardBy: ['intermediary-market'],
  payload: ReportNotNeededPayload,
  summary: {
    zh: '申请不再缺少该中介报告',
    en: 'The application no longer lacks the report of an intermediary',
  },
});
