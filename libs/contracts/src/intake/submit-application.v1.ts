import { defineCommand } from '../contract.js';
import {
  Code,
  Codes,
  Flag,
  InstantText,
  JsonObject,
  Nested,
  NestedList,
  Optional,
  Text,
  Uuid,
} from '../fields.js';
import {
  ApplicantOrganisation,
  ConfidentialityMark,
  Contact,
  MaterialFromLocker,
  Premises,
  SubmittedMaterial,
} from '../parts/index.js';

export class SubmitApplicationRequest {
  /** Items applied for: one, or all or some of a bundle's. Of a bundle with a plan they follow from the answers: empty, or those. */
  @Codes({ atLeast: 0, atMost: 30 }) items!: string[];
  @Optional() @Code() bundle?: string;
  @Nested(() => ApplicantOrganisation) applicant!: ApplicantOrganisation;
  @Nested(() => Contact) contact!: Contact;
  @Nested(() => Premises) premises!: Premises;
  @NestedList(() => SubmittedMaterial, { atMost: 200 }) materials!: SubmittedMaterial[];
  /** Files of the own locker, beside what was uploaded for this. */
  @Optional()
  @NestedList(() => MaterialFromLocker, { atMost: 200 })
  fromLocker?: MaterialFromLocker[];
  /** What was answered in the form of the item or of the bundle, key by key. */
  @Optional() @JsonObject() answers?: Record<string, unknown>;
  /** Which parts of the decision asked for are a trade secret or private; it may be said later too (政府信息公开条例 15). */
  @Optional()
  @NestedList(() => ConfidentialityMark, { atMost: 20 })
  confidential?: ConfidentialityMark[];
  /** The applicant vouches for the truth of the materials (许可法 31). */
  @Flag() truthDeclared!: boolean;
  /** Consent to be served electronically, in the account of the portal. */
  @Flag() electronicService!: boolean;
}

export class SubmitApplicationReply {
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) applicationNumber!: string;
  @InstantText() receivedAt!: string;
  /** Query code 查询码: with the number it shows the progress to whoever has it. */
  @Optional() @Text({ max: 20 }) queryCode?: string;
}

export const SubmitApplicationV1 = defineCommand({
  name: 'intake.submit-application',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: SubmitApplicationRequest,
  reply: SubmitApplicationReply,
  http: { method: 'POST', path: '/applications' },
  summary: { zh: '提交申请', en: 'Files an application' },
});
