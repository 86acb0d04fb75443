import { defineCommand } from '../contract.js';
import { CaseNumber, InstantText, NestedList, Text, Uuid } from '../fields.js';
import { TrackDue } from '../parts/index.js';

export class AcceptApplicationRequest {
  @Uuid() applicationId!: string;
}

export class AcceptApplicationReply {
  @CaseNumber() caseNumber!: string;
  /** Number of the written receipt 受理通知书 (许可法 32). */
  @Text({ max: 60 }) receiptNumber!: string;
  @InstantText() acceptedAt!: string;
  @NestedList(() => TrackDue) tracks!: TrackDue[];
}

export const AcceptApplicationV1 = defineCommand({
  name: 'intake.accept-application',
  version: 1,
  callers: ['gateway'],
  permitted: ['window-clerk'],
  request: AcceptApplicationRequest,
  reply: AcceptApplicationReply,
  http: { method: 'POST', path: '/applications/{applicationId}/acceptance' },
  summary: { zh: '受理申请', en: 'Accepts an application' },
});
