import { defineCommand } from '../contract.js';
import { CreditCode, InstantText, Text } from '../fields.js';

export class SuspendAgencyRequest {
  @CreditCode() creditCode!: string;
  @Text({ max: 500 }) reason!: string;
}

export class SuspendAgencyReply {
  @InstantText() since!: string;
}

export const SuspendAgencyV1 = defineCommand({
  name: 'intermediary-market.suspend-agency',
  version: 1,
  callers: ['gateway'],
  permitted: ['market-operator'],
  request: SuspendAgencyRequest,
  reply: SuspendAgencyReply,
  http: { method: 'POST', path: '/market/agencies/{creditCode}/suspension' },
  summary: { zh: '暂停中介机构报名资格', en: 'An agency may not sign up until it is reinstated' },
});
