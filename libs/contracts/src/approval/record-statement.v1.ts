import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, OneOf, Optional, Text, Uuid } from '../fields.js';

export const STATEMENT_KINDS = ['statement', 'waiver'] as const;

export class RecordStatementRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** Absent: the applicant's own. */
  @Optional() @Uuid() partyId?: string;
  @OneOf(STATEMENT_KINDS) kind!: (typeof STATEMENT_KINDS)[number];
  @Text({ max: 4000 }) text!: string;
}

export class RecordStatementReply {
  @InstantText() statedAt!: string;
}

export const RecordStatementV1 = defineCommand({
  name: 'approval.record-statement',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'applicant'],
  request: RecordStatementRequest,
  reply: RecordStatementReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/statements' },
  summary: {
    zh: '陈述申辩（申请人或者利害关系人）',
    en: 'States the case of the applicant or of an interested party before the decision',
  },
});
