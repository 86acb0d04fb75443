import { defineCommand } from '../contract.js';
import { CaseNumber, Code, DateOnly, Flag, Nested, OneOf, Text, Uuid } from '../fields.js';
import { DueDate } from '../parts/index.js';

export const NOTICE_METHODS = ['window', 'post', 'electronic', 'announcement'] as const;

export class TellInterestedPartyRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Uuid() partyId!: string;
  @OneOf(NOTICE_METHODS) method!: (typeof NOTICE_METHODS)[number];
  /** Who signed for it, or where it was announced. */
  @Text({ max: 200 }) receivedBy!: string;
  @DateOnly() servedOn!: string;
  /** The notice tells of the right to a hearing too (许可法 47). */
  @Flag() hearing!: boolean;
}

export class TellInterestedPartyReply {
  @Text({ max: 60 }) noticeNumber!: string;
  /** Until when the party may state its case. */
  @Nested(() => DueDate) stateBy!: DueDate;
}

export const TellInterestedPartyV1 = defineCommand({
  name: 'approval.tell-interested-party',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: TellInterestedPartyRequest,
  reply: TellInterestedPartyReply,
  http: {
    method: 'POST',
    path: '/cases/{caseNumber}/tracks/{item}/interested-parties/{partyId}/notice',
  },
  summary: {
    zh: '登记已书面告知利害关系人（送达回证），起算陈述申辩期限',
    en: 'Records how the notice reached an interested party; its term to state its case runs from there',
  },
});
