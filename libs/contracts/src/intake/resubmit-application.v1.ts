import { defineCommand } from '../contract.js';
import { InstantText, JsonObject, NestedList, Optional, Uuid } from '../fields.js';
import { MaterialFromLocker, SubmittedMaterial } from '../parts/index.js';

export class ResubmitApplicationRequest {
  @Uuid() applicationId!: string;
  @NestedList(() => SubmittedMaterial, { atMost: 200 }) materials!: SubmittedMaterial[];
  /** Files of the own locker, beside what is uploaded now. */
  @Optional()
  @NestedList(() => MaterialFromLocker, { atMost: 200 })
  fromLocker?: MaterialFromLocker[];
  /** The answers of the form as a whole, where they are corrected; absent: as they were. */
  @Optional() @JsonObject() answers?: Record<string, unknown>;
}

export class ResubmitApplicationReply {
  @InstantText() receivedAt!: string;
}

export const ResubmitApplicationV1 = defineCommand({
  name: 'intake.resubmit-application',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: ResubmitApplicationRequest,
  reply: ResubmitApplicationReply,
  http: { method: 'POST', path: '/applications/{applicationId}/corrections' },
  summary: { zh: '提交补正材料', en: 'Hands in the corrections' },
});
