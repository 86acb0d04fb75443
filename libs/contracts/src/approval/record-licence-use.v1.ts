import { defineCommand } from '../contract.js';
import { CaseNumber, Code, DateOnly, InstantText, Text } from '../fields.js';

export class RecordLicenceUseRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @DateOnly() usedOn!: string;
  /** What shows the use: the report of the start of works. */
  @Text({ max: 500 }) evidence!: string;
}

export class RecordLicenceUseReply {
  @InstantText() recordedAt!: string;
}

export const RecordLicenceUseV1 = defineCommand({
  name: 'approval.record-licence-use',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: RecordLicenceUseRequest,
  reply: RecordLicenceUseReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/licence-use' },
  summary: {
    zh: '登记证照的首次使用（逾期未使用自行失效的事项）',
    en: 'Records the first use of a licence that its law lets lapse when it is not used in time',
  },
});
