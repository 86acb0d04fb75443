import { defineCommand } from '../contract.js';
import { InstantText, Text, Uuid } from '../fields.js';

export class WithdrawApplicationRequest {
  @Uuid() applicationId!: string;
  @Text({ max: 1000 }) reason!: string;
}

export class WithdrawApplicationReply {
  @InstantText() withdrawnAt!: string;
}

export const WithdrawApplicationV1 = defineCommand({
  name: 'intake.withdraw-application',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: WithdrawApplicationRequest,
  reply: WithdrawApplicationReply,
  http: { method: 'POST', path: '/applications/{applicationId}/withdrawal' },
  summary: { zh: '受理前撤回申请', en: 'Withdraws an application before it is accepted' },
});
