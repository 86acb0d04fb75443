import { defineEvent } from '../contract.js';
import { CaseNumber, InstantText, Uuid } from '../fields.js';

export class CaseDecidedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @InstantText() decidedAt!: string;
}

export const CaseDecidedV1 = defineEvent({
  name: 'approval.case-decided',
  version: 1,
  heardBy: ['intake'],
  payload: CaseDecidedPayload,
  summary: {
    zh: '办件各项均已决定',
    en: 'Every track of a case is decided; the results can be handed out',
  },
});
