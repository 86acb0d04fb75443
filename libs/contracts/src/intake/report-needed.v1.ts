import { defineEvent } from '../contract.js';
import { Code, InstantText, Nested, RegionCode, Text, Uuid } from '../fields.js';
import { ApplicantOrganisation, DueDate, Premises } from '../parts/index.js';

/** A missing material that only a third party makes; the applicant obtains it before acceptance, no clock runs. */
export class ReportNeededPayload {
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) applicationNumber!: string;
  @RegionCode() region!: string;
  @Code() itemCode!: string;
  @Text({ max: 200 }) itemName!: string;
  @Code() materialCode!: string;
  @Text({ max: 300 }) materialName!: string;
  /** The service 中介服务 whose agencies make it: `water-quality-testing`. */
  @Code() intermediaryService!: string;
  /** Account of the applicant, who may publish a project for it. */
  @Text({ max: 100 }) applicantAccount!: string;
  @Nested(() => ApplicantOrganisation) applicant!: ApplicantOrganisation;
  /** What is to be surveyed, tested or appraised. */
  @Nested(() => Premises) premises!: Premises;
  /** When the one correction notice was given. */
  @InstantText() neededSince!: string;
  /** By when the corrections are to be handed in. */
  @Nested(() => DueDate) correctionDue!: DueDate;
}

export const ReportNeededV1 = defineEvent({
  name: 'intake.report-needed',
  version: 1,
  heardBy: ['intermediary-market'],
  payload: ReportNeededPayload,
  summary: {
    zh: '申请缺少须由中介机构出具的材料',
    en: 'An application lacks a material that only an intermediary can make',
  },
});
