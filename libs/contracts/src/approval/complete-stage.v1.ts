import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, Optional, Text } from '../fields.js';

export class CompleteStageRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Code() stage!: string;
  @Text({ max: 200 }) outcome!: string;
  @Optional() @Text({ max: 1000 }) remark?: string;
}

export class CompleteStageReply {
  @InstantText() completedAt!: string;
}

export const CompleteStageV1 = defineCommand({
  name: 'approval.complete-stage',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'inspector', 'decision-officer', 'agency-head'],
  request: CompleteStageRequest,
  reply: CompleteStageReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/stages/{stage}/completion' },
  summary: { zh: '办结一个环节', en: 'Ends a stage of a track that has no act of its own' },
});
