import { defineEvent } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  InstantText,
  OneOf,
  Optional,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { STOPPING_PROCEDURES } from './start-special-procedure.v1.js';

export class SpecialProcedureStartedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Text({ max: 200 }) agencyName!: string;
  @OneOf(STOPPING_PROCEDURES) procedure!: (typeof STOPPING_PROCEDURES)[number];
  @Optional() @Code() ownProcedure?: string;
  @Text({ max: 1000 }) reason!: string;
  /** Number of the written notice that intake serves on the applicant. */
  @Text({ max: 60 }) noticeNumber!: string;
  @InstantText() issuedAt!: string;
  @DateOnly() from!: string;
  @Whole({ min: 1, max: 365 }) expectedWorkingDays!: number;
}

export const SpecialProcedureStartedV1 = defineEvent({
  name: 'approval.special-procedure-started',
  version: 1,
  heardBy: ['intake'],
  payload: SpecialProcedureStartedPayload,
  summary: {
    zh: '特别程序已启动（须书面告知）',
    en: 'A special procedure stops the clock of a track; its notice is to be served',
  },
});
