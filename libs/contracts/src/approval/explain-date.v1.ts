import { defineQuery } from '../contract.js';
import { Code, OneOf, Optional, Text } from '../fields.js';
import { ExplainedDate } from '../parts/index.js';

export const CASE_DATES = [
  'statutory', // by when the track is to be decided (许可法 42)
  'joint', // by when the joint handling of the whole case ends (许可法 42②)
  'promised', // by when its agency promised to decide
  'certificate', // by when the licence is to be served (许可法 44)
  'handover', // by when the department acknowledges the decision
  'reconsideration', // until when the applicant may apply for reconsideration (行政复议法 20)
  'litigation', // and go to court (行政诉讼法 46)
] as const;

export class ExplainCaseDateRequest {
  @Text({ max: 60 }) caseNumber!: string;
  @Optional() @Text({ max: 40 }) code?: string;
  @Code() item!: string;
  @OneOf(CASE_DATES) date!: (typeof CASE_DATES)[number];
}

export class ExplainCaseDateReply extends ExplainedDate {
  @Code() item!: string;
}

export const ExplainCaseDateV1 = defineQuery({
  name: 'approval.explain-date',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ExplainCaseDateRequest,
  reply: ExplainCaseDateReply,
  http: { method: 'POST', path: '/progress/cases/explanations' },
  summary: {
    zh: '说明办件的期限如何得出',
    en: 'Explains how a date of a track came about, day by day',
  },
});
