import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, OneOf, Texts } from '../fields.js';

export const RECOMMENDATIONS = ['grant', 'refuse'] as const;

export class RecordOpinionRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @OneOf(RECOMMENDATIONS) recommendation!: (typeof RECOMMENDATIONS)[number];
  @Texts({ atLeast: 1, atMost: 20, max: 1000 }) grounds!: string[];
}

export class RecordOpinionReply {
  @InstantText() recordedAt!: string;
}

export const RecordOpinionV1 = defineCommand({
  name: 'approval.record-opinion',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver'],
  request: RecordOpinionRequest,
  reply: RecordOpinionReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/opinion' },
  summary: { zh: '提出审查意见', en: 'Records the reviewer’s opinion on a track' },
});
