import { defineEvent } from '../contract.js';
import { CaseNumber, Code, InstantText, Text, Uuid } from '../fields.js';

export class HandoverAcknowledgedPayload {
  @Uuid() handoverId!: string;
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() department!: string;
  @InstantText() acknowledgedAt!: string;
  /** Account of the officer. */
  @Text({ max: 100 }) acknowledgedBy!: string;
}

export const HandoverAcknowledgedV1 = defineEvent({
  name: 'supervision.handover-acknowledged',
  version: 1,
  heardBy: ['approval'],
  payload: HandoverAcknowledgedPayload,
  summary: {
    zh: '监管部门已签收',
    en: 'The supervising department acknowledged a handed-over decision',
  },
});
