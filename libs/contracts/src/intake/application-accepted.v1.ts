import { defineEvent } from '../contract.js';
import {
  CaseNumber,
  Code,
  InstantText,
  JsonObject,
  Nested,
  NestedList,
  OneOf,
  Optional,
  RegionCode,
  Text,
  Texts,
  Uuid,
} from '../fields.js';
import {
  AcceptedItem,
  AcceptedPlan,
  ApplicantOrganisation,
  BUNDLE_HANDLINGS,
  ConfidentialityMark,
  Premises,
  SealedCode,
} from '../parts/index.js';

export class ApplicationAcceptedPayload {
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) applicationNumber!: string;
  @CaseNumber() caseNumber!: string;
  @RegionCode() region!: string;
  @InstantText() receivedAt!: string;
  /** The legal instant of acceptance, from which every term runs; by silence it is that of receipt (许可法 32(四)). */
  @InstantText() acceptedAt!: string;
  @Optional() @Code() bundle?: string;
  /** How the bundle is handled, where it says so. */
  @Optional() @OneOf(BUNDLE_HANDLINGS) handling?: (typeof BUNDLE_HANDLINGS)[number];
  /** Account of the applicant, who may follow the case. */
  @Text({ max: 100 }) applicantAccount!: string;
  @Nested(() => ApplicantOrganisation) applicant!: ApplicantOrganisation;
  @Nested(() => Premises) premises!: Premises;
  @NestedList(() => AcceptedItem, { atLeast: 1, atMost: 30 }) items!: AcceptedItem[];
  /** Items to be inspected together on site. */
  @Texts({ atMost: 30, max: 80 }) jointInspection!: string[];
  /** Opens the progress of the case to whoever has the code; absent for applications from before there were codes. */
  @Optional() @Nested(() => SealedCode) queryCode?: SealedCode;
  /** Of a bundle with a plan: the nodes that its answers need, and what comes before what. */
  @Optional() @Nested(() => AcceptedPlan) plan?: AcceptedPlan;
  /** What the applicant answered in the form, key by key, as far as stages of a process may turn on it; nothing personal. */
  @Optional() @JsonObject() answers?: Record<string, unknown>;
  /** What the applicant wants kept from the public. */
  @Optional()
  @NestedList(() => ConfidentialityMark, { atMost: 20 })
  confidential?: ConfidentialityMark[];
}

export const ApplicationAcceptedV1 = defineEvent({
  name: 'intake.application-accepted',
  version: 1,
  heardBy: ['approval'],
  payload: ApplicationAcceptedPayload,
  summary: { zh: '申请已受理', en: 'An application was accepted; its case is to be opened' },
});
