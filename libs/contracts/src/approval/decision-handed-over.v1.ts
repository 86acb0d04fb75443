import { defineEvent } from '../contract.js';
import { CaseNumber, Code, InstantText, Nested, Optional, Text, Uuid, Whole } from '../fields.js';
import {
  ApplicantOrganisation,
  DecisionSummary,
  DueDate,
  LicenceSummary,
  Premises,
} from '../parts/index.js';

export class DecisionHandedOverPayload {
  @Uuid() handoverId!: string;
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  /** Department that supervises from here on. */
  @Code() department!: string;
  @Nested(() => ApplicantOrganisation) applicant!: ApplicantOrganisation;
  @Nested(() => Premises) premises!: Premises;
  @Nested(() => DecisionSummary) decision!: DecisionSummary;
  @Optional() @Nested(() => LicenceSummary) licence?: LicenceSummary;
  @InstantText() handedOverAt!: string;
  @Nested(() => DueDate) acknowledgeBy!: DueDate;
  /** The term behind `acknowledgeBy`, so that the department derives it anew when the calendar changes. */
  @Optional() @Whole({ min: 1, max: 1000 }) workingDaysToAcknowledge?: number;
}

export const DecisionHandedOverV1 = defineEvent({
  name: 'approval.decision-handed-over',
  version: 1,
  heardBy: ['supervision'],
  payload: DecisionHandedOverPayload,
  summary: {
    zh: '决定推送监管部门',
    en: 'A decision is handed over to the department that supervises it',
  },
});
