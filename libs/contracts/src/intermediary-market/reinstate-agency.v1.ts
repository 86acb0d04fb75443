import { defineCommand } from '../contract.js';
import { CreditCode, InstantText, Text } from '../fields.js';

export class ReinstateAgencyRequest {
  @CreditCode() creditCode!: string;
  @Text({ max: 500 }) reason!: string;
}

export class ReinstateAgencyReply {
  @InstantText() since!: string;
}

export const ReinstateAgencyV1 = defineCommand({
  name: 'intermediary-market.reinstate-agency',
  version: 1,
  callers: ['gateway'],
  permitted: ['market-operator'],
  request: ReinstateAgencyRequest,
  reply: ReinstateAgencyReply,
  http: { method: 'POST', path: '/market/agencies/{creditCode}/reinstatement' },
  summary: { zh: '恢复中介机构报名资格', en: 'An agency may sign up again' },
});
