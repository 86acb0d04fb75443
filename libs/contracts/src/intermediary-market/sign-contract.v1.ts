import { defineCommand } from '../contract.js';
import { InstantText, Nested, Sha256, Text } from '../fields.js';
import { DueDate } from '../parts/index.js';
import { ProjectNumber } from './market-parts.js';

export class SignContractRequest {
  @ProjectNumber() projectNumber!: string;
  /** Of the contract file that was read and signed. */
  @Sha256() fileHash!: string;
}

export class SignContractReply {
  @Text({ max: 80 }) contractNumber!: string;
  @InstantText() signedAt!: string;
  @Nested(() => DueDate) deliverBy!: DueDate;
}

export const SignContractV1 = defineCommand({
  name: 'intermediary-market.sign-contract',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: SignContractRequest,
  reply: SignContractReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/contract/signature' },
  summary: { zh: '签订合同', en: 'The owner signs the contract; the term for the report begins' },
});
