import { defineCommand } from '../contract.js';
import { Code, DateOnly, InstantText, Text, Whole } from '../fields.js';

export class PublishQuotaRequest {
  @Code() item!: string;
  /** First and last day of acceptance to which the quantity applies. */
  @DateOnly() from!: string;
  @DateOnly() until!: string;
  @Whole({ min: 1, max: 1_000_000 }) limit!: number;
  /** The document that sets the quantity. */
  @Text({ max: 100 }) documentNumber!: string;
}

export class PublishQuotaReply {
  @InstantText() publishedAt!: string;
}

export const PublishQuotaV1 = defineCommand({
  name: 'approval.publish-quota',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishQuotaRequest,
  reply: PublishQuotaReply,
  http: { method: 'PUT', path: '/quotas/{item}' },
  summary: {
    zh: '公布事项的数量限制（按受理先后顺序决定）',
    en: 'Publishes how many permits of an item there are in a period; grants follow the order of acceptance',
  },
});
