import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, JsonObject, Text } from '../fields.js';

export class RecordAnswersRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** Only what a stage of the track waits for. */
  @JsonObject() answers!: Record<string, unknown>;
  /** What shows it. */
  @Text({ max: 1000 }) evidence!: string;
}

export class RecordAnswersReply {
  @InstantText() recordedAt!: string;
}

export const RecordAnswersV1 = defineCommand({
  name: 'approval.record-answers',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'decision-officer'],
  request: RecordAnswersRequest,
  reply: RecordAnswersReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/answers' },
  summary: {
    zh: '登记环节条件所需的事实',
    en: 'Records what the condition of a stage turns on and nobody had answered',
  },
});
