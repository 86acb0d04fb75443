import { defineQuery } from '../contract.js';
import { CaseNumber, InstantText, NestedList, OneOf, Optional, Text, Uuid } from '../fields.js';
import { AwaitedStep, ProgressPaper, ProgressStep, ProgressTrack } from '../parts/index.js';
import { CASE_STATUSES } from './find-case.v1.js';

export class FollowCaseRequest {
  /** Read as a number of any form, so that a wrong one is answered like a wrong code. */
  @Text({ max: 60 }) caseNumber!: string;
  /** The query code 查询码 of the receipts; without it the case is shown to those signed in whom it concerns. */
  @Optional() @Text({ max: 40 }) code?: string;
}

export class FollowCaseReply {
  @Uuid() applicationId!: string;
  @CaseNumber() number!: string;
  @Text({ max: 500 }) title!: string;
  @OneOf(CASE_STATUSES) status!: (typeof CASE_STATUSES)[number];
  @InstantText() acceptedAt!: string;
  @NestedList(() => ProgressStep, { atMost: 1000 }) steps!: ProgressStep[];
  @NestedList(() => AwaitedStep, { atMost: 100 }) waitingFor!: AwaitedStep[];
  @NestedList(() => ProgressTrack, { atMost: 30 }) tracks!: ProgressTrack[];
  @NestedList(() => ProgressPaper, { atMost: 200 }) papers!: ProgressPaper[];
}

export const FollowCaseV1 = defineQuery({
  name: 'approval.follow-case',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FollowCaseRequest,
  reply: FollowCaseReply,
  http: { method: 'POST', path: '/progress/cases' },
  summary: {
    zh: '凭办件编号和查询码查看办件进度',
    en: 'Shows the progress of a case to whoever has its number and query code',
  },
});
