import { defineQuery } from '../contract.js';
import { CaseNumber, InstantText, NestedList, OneOf, Optional, Text, Uuid } from '../fields.js';
import { AwaitedStep, ProgressPaper, ProgressStep, ProgressTrack } from '../parts/index.js';
import { APPLICATION_STATUSES } from './find-application.v1.js';

export class FollowApplicationRequest {
  /** Number of the application, or of the case that came of it. */
  @Text({ max: 60 }) number!: string;
  /** The query code 查询码 of the receipts; without it the matter is shown to those signed in whom it concerns. */
  @Optional() @Text({ max: 40 }) code?: string;
}

export class FollowApplicationReply {
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) number!: string;
  @Optional() @CaseNumber() caseNumber?: string;
  @Text({ max: 500 }) title!: string;
  @OneOf(APPLICATION_STATUSES) status!: (typeof APPLICATION_STATUSES)[number];
  @InstantText() receivedAt!: string;
  @NestedList(() => ProgressStep, { atMost: 1000 }) steps!: ProgressStep[];
  @NestedList(() => AwaitedStep, { atMost: 100 }) waitingFor!: AwaitedStep[];
  @NestedList(() => ProgressTrack, { atMost: 30 }) tracks!: ProgressTrack[];
  @NestedList(() => ProgressPaper, { atMost: 200 }) papers!: ProgressPaper[];
}

export const FollowApplicationV1 = defineQuery({
  name: 'intake.follow-application',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FollowApplicationRequest,
  reply: FollowApplicationReply,
  http: { method: 'POST', path: '/progress/applications' },
  summary: {
    zh: '凭编号和查询码查看申请进度',
    en: 'Shows the progress of an application to whoever has its number and query code',
  },
});
