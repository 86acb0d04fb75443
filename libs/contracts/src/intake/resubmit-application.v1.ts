import { defineCommand } from '../contract.js';
import { InstantText, NestedList, Uuid } from '../fields.js';
import { SubmittedMaterial } from '../parts/index.js';

export class ResubmitApplicationRequest {
  @Uuid() applicationId!: string;
  @NestedList(() => SubmittedMaterial, { atLeast: 1, atMost: 200 }) materials!: SubmittedMaterial[];
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
