import { defineCommand } from '../contract.js';
import { Code, InstantText, Optional, Text, Uuid } from '../fields.js';

export class AcknowledgeHandoverRequest {
  @Code() department!: string;
  @Uuid() handoverId!: string;
  @Optional() @Text({ max: 1000 }) remark?: string;
}

export class AcknowledgeHandoverReply {
  @InstantText() acknowledgedAt!: string;
}

export const AcknowledgeHandoverV1 = defineCommand({
  name: 'supervision.acknowledge-handover',
  version: 1,
  callers: ['gateway'],
  permitted: ['supervisor'],
  request: AcknowledgeHandoverRequest,
  reply: AcknowledgeHandoverReply,
  http: {
    method: 'POST',
    path: '/departments/{department}/handovers/{handoverId}/acknowledgement',
  },
  summary: {
    zh: '监管部门签收',
    en: 'Acknowledges a handed-over decision for the supervising department',
  },
});
