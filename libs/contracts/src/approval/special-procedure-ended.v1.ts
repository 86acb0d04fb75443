import { defineEvent } from '../contract.js';
import { CaseNumber, Code, DateOnly, Nested, Optional, Uuid, Whole } from '../fields.js';
import { DueDate } from '../parts/index.js';

export class SpecialProcedureEndedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @DateOnly() until!: string;
  /** Absent while a suspension reaches into a year whose calendar is not published. */
  @Optional() @Whole() suspendedWorkingDays?: number;
  @Nested(() => DueDate) statutory!: DueDate;
}

export const SpecialProcedureEndedV1 = defineEvent({
  name: 'approval.special-procedure-ended',
  version: 1,
  heardBy: ['intake'],
  payload: SpecialProcedureEndedPayload,
  summary: {
    zh: '特别程序已结束',
    en: 'A special procedure ended; the clock of the track runs on to its new date',
  },
});
