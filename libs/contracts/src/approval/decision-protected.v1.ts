import { defineEvent } from '../contract.js';
import { CaseNumber, Code, InstantText, NestedList, Text, Uuid } from '../fields.js';
import { DecisionProtection } from '../parts/index.js';

export class DecisionProtectedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 60 }) decision!: string;
  @InstantText() ruledAt!: string;
  /** All that is withheld from here on. */
  @NestedList(() => DecisionProtection, { atMost: 20 }) protection!: DecisionProtection[];
}

export const DecisionProtectedV1 = defineEvent({
  name: 'approval.decision-protected',
  version: 1,
  heardBy: ['intake'],
  payload: DecisionProtectedPayload,
  summary: {
    zh: '决定不予公开的内容已变更',
    en: 'What is withheld from the publication of a decision was changed',
  },
});
