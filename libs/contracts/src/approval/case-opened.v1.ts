import { defineEvent } from '../contract.js';
import { CaseNumber, InstantText, NestedList, Uuid } from '../fields.js';
import { TrackDue } from '../parts/index.js';

export class CaseOpenedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @InstantText() openedAt!: string;
  @NestedList(() => TrackDue, { atLeast: 1, atMost: 30 }) tracks!: TrackDue[];
}

export const CaseOpenedV1 = defineEvent({
  name: 'approval.case-opened',
  version: 1,
  heardBy: ['intake'],
  payload: CaseOpenedPayload,
  summary: { zh: '办件已立案', en: 'A case was opened with its parallel tracks' },
});
