import { defineCommand } from '../contract.js';
import { InstantText, Text } from '../fields.js';
import { ProjectNumber } from './market-parts.js';

export class ReturnContractRequest {
  @ProjectNumber() projectNumber!: string;
  @Text({ max: 500 }) reason!: string;
}

export class ReturnContractReply {
  @InstantText() returnedAt!: string;
}

export const ReturnContractV1 = defineCommand({
  name: 'intermediary-market.return-contract',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: ReturnContractRequest,
  reply: ReturnContractReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/contract/return' },
  summary: { zh: '退回合同', en: 'The owner sends the contract back with the reason' },
});
