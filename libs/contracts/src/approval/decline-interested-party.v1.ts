import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, Text, Uuid } from '../fields.js';

export class DeclineInterestedPartyRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Uuid() partyId!: string;
  @Text({ max: 1000 }) reason!: string;
}

export class DeclineInterestedPartyReply {
  @InstantText() declinedAt!: string;
}

export const DeclineInterestedPartyV1 = defineCommand({
  name: 'approval.decline-interested-party',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: DeclineInterestedPartyRequest,
  reply: DeclineInterestedPartyReply,
  http: {
    method: 'POST',
    path: '/cases/{caseNumber}/tracks/{item}/interested-parties/{partyId}/refusal',
  },
  summary: {
    zh: '认定自行提出者不具有重大利益关系，并说明理由',
    en: 'Finds that no substantial interest of somebody who came forward is touched, with the reason',
  },
});
