import { defineCommand } from '../contract.js';
import { CaseNumber, Codes, InstantText, Optional, Text } from '../fields.js';

export class WithdrawTrackRequest {
  @CaseNumber() caseNumber!: string;
  /** Absent: everything that is not decided. */
  @Optional() @Codes({ atMost: 30 }) items?: string[];
  @Text({ max: 500 }) reason!: string;
}

export class WithdrawTrackReply {
  @InstantText() withdrawnAt!: string;
  @Codes({ atMost: 30 }) items!: string[];
}

export const WithdrawTrackV1 = defineCommand({
  name: 'approval.withdraw-track',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant', 'window-clerk'],
  request: WithdrawTrackRequest,
  reply: WithdrawTrackReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/withdrawal' },
  summary: {
    zh: '申请人在决定作出前撤回事项或者整个办件',
    en: 'The applicant withdraws items that are not decided, or the whole case',
  },
});
