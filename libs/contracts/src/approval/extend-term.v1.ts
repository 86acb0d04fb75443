import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, Nested, Text, Whole } from '../fields.js';
import { DueDate } from '../parts/index.js';

export class ExtendTermRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** In days of the term, no more than its law allows. */
  @Whole({ min: 1, max: 365 }) days!: number;
  /** Told to the applicant (许可法 42). */
  @Text({ max: 1000 }) reason!: string;
}

export class ExtendTermReply {
  /** Number of the written notice that tells the applicant the reason. */
  @Text({ max: 60 }) noticeNumber!: string;
  @InstantText() approvedAt!: string;
  /** The date before the extension, and the one that holds now. */
  @Nested(() => DueDate) before!: DueDate;
  @Nested(() => DueDate) statutory!: DueDate;
}

export const ExtendTermV1 = defineCommand({
  name: 'approval.extend-term',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head', 'government-head'],
  request: ExtendTermRequest,
  reply: ExtendTermReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/extension' },
  summary: {
    zh: '批准延长办理期限（一次，届满前，并告知理由）',
    en: 'Approves the one extension of a track’s statutory term before it is over, with its reason',
  },
});
