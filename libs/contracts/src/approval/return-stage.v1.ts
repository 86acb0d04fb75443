import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, Text } from '../fields.js';

export class ReturnStageRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** The stage that is being done. */
  @Code() stage!: string;
  /** The earlier one, on a way that the process declares. */
  @Code() to!: string;
  @Text({ max: 1000 }) reason!: string;
}

export class ReturnStageReply {
  @InstantText() returnedAt!: string;
}

export const ReturnStageV1 = defineCommand({
  name: 'approval.return-stage',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'inspector', 'decision-officer', 'agency-head'],
  request: ReturnStageRequest,
  reply: ReturnStageReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/stages/{stage}/return' },
  summary: { zh: '退回之前的环节', en: 'Sends a track back to an earlier stage' },
});
