import { defineCommand } from '../contract.js';
import { InstantText, Text } from '../fields.js';
import { ProjectNumber } from './market-parts.js';

export class CancelProjectRequest {
  @ProjectNumber() projectNumber!: string;
  @Text({ max: 500 }) reason!: string;
}

export class CancelProjectReply {
  @InstantText() cancelledAt!: string;
}

export const CancelProjectV1 = defineCommand({
  name: 'intermediary-market.cancel-project',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant', 'market-operator'],
  request: CancelProjectRequest,
  reply: CancelProjectReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/cancellation' },
  summary: {
    zh: '取消或废置项目',
    en: 'The owner takes a project back before closing, or an operator annuls it before a contract',
  },
});
