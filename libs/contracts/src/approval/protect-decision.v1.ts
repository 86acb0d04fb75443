import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, NestedList, Optional, Text } from '../fields.js';
import { DecisionProtection, MarkedPartDisclosed } from '../parts/index.js';

export class ProtectDecisionRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** All that is withheld from here on, in the place of what was; none: nothing any more. */
  @NestedList(() => DecisionProtection, { atMost: 20 }) protection!: DecisionProtection[];
  /** What is published although the applicant asked for it to be kept. */
  @Optional()
  @NestedList(() => MarkedPartDisclosed, { atMost: 20 })
  disclosed?: MarkedPartDisclosed[];
  /** Why it changes: the secret ceased, or was overlooked. */
  @Text({ max: 1000 }) reason!: string;
}

export class ProtectDecisionReply {
  @Text({ max: 60 }) decisionNumber!: string;
  @InstantText() ruledAt!: string;
}

export const ProtectDecisionV1 = defineCommand({
  name: 'approval.protect-decision',
  version: 1,
  callers: ['gateway'],
  permitted: ['decision-officer', 'agency-head'],
  request: ProtectDecisionRequest,
  reply: ProtectDecisionReply,
  http: { method: 'PUT', path: '/cases/{caseNumber}/tracks/{item}/decision/protection' },
  summary: {
    zh: '变更决定不予公开的内容',
    en: 'Changes what is withheld from the publication of a decision, and says why',
  },
});
