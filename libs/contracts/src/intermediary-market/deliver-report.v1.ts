import { defineCommand } from '../contract.js';
import { InstantText, Sha256, Text, Whole } from '../fields.js';
import { ProjectNumber } from './market-parts.js';

export class DeliverReportRequest {
  @ProjectNumber() projectNumber!: string;
  @Text({ max: 4000 }) fileReceipt!: string;
}

export class DeliverReportReply {
  @InstantText() deliveredAt!: string;
  /** Of the report. */
  @Sha256() hash!: string;
  @Whole() daysLate!: number;
}

export const DeliverReportV1 = defineCommand({
  name: 'intermediary-market.deliver-report',
  version: 1,
  callers: ['gateway'],
  permitted: ['intermediary'],
  request: DeliverReportRequest,
  reply: DeliverReportReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/report' },
  summary: {
    zh: '交付成果',
    en: 'The awarded agency delivers the report; it goes to the application by itself',
  },
});
