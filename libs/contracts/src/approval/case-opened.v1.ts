import { defineEvent } from '../contract.js';
import { CaseNumber, InstantText, Nested, NestedList, Optional, Uuid } from '../fields.js';
import { DueDate, TrackDue } from '../parts/index.js';

export class CaseOpenedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @InstantText() openedAt!: string;
  @NestedList(() => TrackDue, { atLeast: 1, atMost: 30 }) tracks!: TrackDue[];
  /** Of joint handling under 许可法 26②, beside the dates of the tracks. */
  @Optional() @Nested(() => DueDate) jointTerm?: DueDate;
}

export const CaseOpenedV1 = defineEvent({
  name: 'approval.case-opened',
  version: 1,
  heardBy: ['intake'],
  payload: CaseOpenedPayload,
  summary: { zh: '办件已立案', en: 'A case was opened with its parallel tracks' },
});
