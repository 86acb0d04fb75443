import { defineCommand } from '../contract.js';
import { CaseNumber, InstantText, Nested, Text, Whole } from '../fields.js';
import { DueDate } from '../parts/index.js';

export class ExtendJointTermRequest {
  @CaseNumber() caseNumber!: string;
  /** Working days, at most fifteen (许可法 42②). */
  @Whole({ min: 1, max: 365 }) days!: number;
  /** Told to the applicant. */
  @Text({ max: 1000 }) reason!: string;
}

export class ExtendJointTermReply {
  /** Number of the written notice that tells the applicant the reason. */
  @Text({ max: 60 }) noticeNumber!: string;
  @InstantText() approvedAt!: string;
  /** The date before the extension, and the one that holds now. */
  @Nested(() => DueDate) before!: DueDate;
  @Nested(() => DueDate) due!: DueDate;
}

export const ExtendJointTermV1 = defineCommand({
  name: 'approval.extend-joint-term',
  version: 1,
  callers: ['gateway'],
  permitted: ['government-head'],
  request: ExtendJointTermRequest,
  reply: ExtendJointTermReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/extension' },
  summary: {
    zh: '批准延长联合办理期限（一次，届满前，并告知理由）',
    en: 'Approves the one extension of the joint term of a bundle before it is over, with its reason',
  },
});
