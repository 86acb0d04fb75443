import { defineCommand } from '../contract.js';
import { InstantText } from '../fields.js';
import { ProjectNumber } from './market-parts.js';

export class WithdrawSignUpRequest {
  @ProjectNumber() projectNumber!: string;
}

export class WithdrawSignUpReply {
  @InstantText() withdrawnAt!: string;
}

export const WithdrawSignUpV1 = defineCommand({
  name: 'intermediary-market.withdraw-sign-up',
  version: 1,
  callers: ['gateway'],
  permitted: ['intermediary'],
  request: WithdrawSignUpRequest,
  reply: WithdrawSignUpReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/sign-up/withdrawal' },
  summary: { zh: '撤回报名', en: 'An agency takes its sign-up back, until closing' },
});
