import { defineQuery } from '../contract.js';
import { Code, DateOnly, NestedList, Text, Whole } from '../fields.js';

export class QuotaPeriodView {
  @DateOnly() from!: string;
  @DateOnly() until!: string;
  @Whole() limit!: number;
  @Text({ max: 100 }) documentNumber!: string;
  @Whole() granted!: number;
  @Whole() left!: number;
}

export class FindQuotaRequest {
  @Code() item!: string;
}

export class FindQuotaReply {
  @Code() item!: string;
  /** Oldest first; none where the number of permits is not limited. */
  @NestedList(() => QuotaPeriodView, { atMost: 200 }) periods!: QuotaPeriodView[];
}

export const FindQuotaV1 = defineQuery({
  name: 'approval.find-quota',
  version: 1,
  callers: ['gateway'],
  permitted: [
    'applicant',
    'window-clerk',
    'approver',
    'decision-officer',
    'agency-head',
    'supervisor',
    'auditor',
    'administrator',
  ],
  request: FindQuotaRequest,
  reply: FindQuotaReply,
  http: { method: 'GET', path: '/quotas/{item}' },
  summary: {
    zh: '查看事项的数量限制和剩余数量',
    en: 'Shows how many permits of an item there are in each period, and how many are left',
  },
});
