import { defineCommand } from '../contract.js';
import { InstantText, Text, Whole } from '../fields.js';
import { ProjectNumber } from './market-parts.js';

export class ProposeContractRequest {
  @ProjectNumber() projectNumber!: string;
  @Whole({ min: 1, max: 100_000_000_00 }) amountFen!: number;
  @Text({ max: 4000 }) fileReceipt!: string;
}

export class ProposeContractReply {
  @Text({ max: 80 }) contractNumber!: string;
  @InstantText() proposedAt!: string;
}

export const ProposeContractV1 = defineCommand({
  name: 'intermediary-market.propose-contract',
  version: 1,
  callers: ['gateway'],
  permitted: ['intermediary'],
  request: ProposeContractRequest,
  reply: ProposeContractReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/contract' },
  summary: {
    zh: '提交合同',
    en: 'The awarded agency confirms and hands in the contract that it signed',
  },
});
