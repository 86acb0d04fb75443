import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, Text, Uuid } from '../fields.js';

export class NameInterestedPartyRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) name!: string;
  /** What of theirs the permit touches. */
  @Text({ max: 1000 }) interest!: string;
}

export class NameInterestedPartyReply {
  @Uuid() partyId!: string;
  @InstantText() namedAt!: string;
}

export const NameInterestedPartyV1 = defineCommand({
  name: 'approval.name-interested-party',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'applicant'],
  request: NameInterestedPartyRequest,
  reply: NameInterestedPartyReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/interested-parties' },
  summary: {
    zh: '列入利害关系人（由审批人员，或者由其本人提出）',
    en: 'Names somebody whose substantial interests a track touches: the approver, or the party itself',
  },
});
