import { defineQuery } from '../contract.js';
import { OneOf, Optional, Text } from '../fields.js';
import { ExplainedDate } from '../parts/index.js';

export const APPLICATION_DATES = [
  'answer', // by when the window answers (许可法 32(四))
  'correction', // by when the corrections are to be handed in
] as const;

export class ExplainApplicationDateRequest {
  @Text({ max: 60 }) number!: string;
  @Optional() @Text({ max: 40 }) code?: string;
  @OneOf(APPLICATION_DATES) date!: (typeof APPLICATION_DATES)[number];
}

export class ExplainApplicationDateReply extends ExplainedDate {}

export const ExplainApplicationDateV1 = defineQuery({
  name: 'intake.explain-date',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ExplainApplicationDateRequest,
  reply: ExplainApplicationDateReply,
  http: { method: 'POST', path: '/progress/applications/explanations' },
  summary: {
    zh: '说明申请阶段的期限如何得出',
    en: 'Explains how a date before acceptance came about, day by day',
  },
});
