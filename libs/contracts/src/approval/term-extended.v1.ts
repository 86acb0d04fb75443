import { defineEvent } from '../contract.js';
import {
  CaseNumber,
  Code,
  InstantText,
  Nested,
  OneOf,
  Optional,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { DueDate, EXTENSION_APPROVERS, TERM_UNITS } from '../parts/index.js';

export class TermExtendedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  /** Absent: the term of the joint handling was extended, that of no track (许可法 42②). */
  @Optional() @Code() item?: string;
  @Optional() @Text({ max: 200 }) itemName?: string;
  @Text({ max: 200 }) agencyName!: string;
  /** Number of the written notice that intake serves on the applicant. */
  @Text({ max: 60 }) noticeNumber!: string;
  @InstantText() issuedAt!: string;
  @Whole({ min: 1, max: 365 }) days!: number;
  @OneOf(TERM_UNITS) unit!: (typeof TERM_UNITS)[number];
  @Text({ max: 1000 }) reason!: string;
  @OneOf(EXTENSION_APPROVERS) approver!: (typeof EXTENSION_APPROVERS)[number];
  /** The provision that allows the extension. */
  @Text({ max: 300 }) source!: string;
  @Nested(() => DueDate) before!: DueDate;
  @Nested(() => DueDate) statutory!: DueDate;
}

export const TermExtendedV1 = defineEvent({
  name: 'approval.term-extended',
  version: 1,
  heardBy: ['intake'],
  payload: TermExtendedPayload,
  summary: {
    zh: '办理期限已延长（须告知理由）',
    en: 'A statutory term was extended; its notice with the reason is to be served',
  },
});
