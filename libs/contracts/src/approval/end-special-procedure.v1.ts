import { defineCommand } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  Nested,
  Optional,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { DueDate } from '../parts/index.js';

export const PROCEDURE_RESULTS = ['favourable', 'unfavourable', 'inconclusive'] as const;

export class EndSpecialProcedureRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Uuid() procedureId!: string;
  @OneOf(PROCEDURE_RESULTS) result!: (typeof PROCEDURE_RESULTS)[number];
  @Text({ max: 1000 }) conclusion!: string;
  /** Receipt of the uploaded report. */
  @Text({ max: 4000 }) reportReceipt!: string;
}

export class EndSpecialProcedureReply {
  /** Last day that does not count. */
  @DateOnly() suspendedUntil!: string;
  /** Working days that did not count, over all procedures of the track, overlaps once; absent while one reaches into a year that is not published. */
  @Optional() @Whole() suspendedWorkingDays?: number;
  @Nested(() => DueDate) statutory!: DueDate;
}

export const EndSpecialProcedureV1 = defineCommand({
  name: 'approval.end-special-procedure',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: EndSpecialProcedureRequest,
  reply: EndSpecialProcedureReply,
  http: {
    method: 'POST',
    path: '/cases/{caseNumber}/tracks/{item}/special-procedures/{procedureId}/result',
  },
  summary: {
    zh: '结束特别程序',
    en: 'Records the result of a special procedure; the clock of the track runs on',
  },
});
