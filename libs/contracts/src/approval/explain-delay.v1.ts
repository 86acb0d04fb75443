import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, Text } from '../fields.js';

export class ExplainDelayRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** Read by whoever may follow the case. */
  @Text({ max: 1000 }) reason!: string;
}

export class ExplainDelayReply {
  @InstantText() givenAt!: string;
}

export const ExplainDelayV1 = defineCommand({
  name: 'approval.explain-delay',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'decision-officer', 'agency-head'],
  request: ExplainDelayRequest,
  reply: ExplainDelayReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/delay-reason' },
  summary: {
    zh: '公开说明超过承诺时限的理由',
    en: 'Gives in public the reason why a promised term was not kept',
  },
});
