import { defineCommand } from '../contract.js';
import { CaseNumber, Code, InstantText, Nested, OneOf, Optional, Text, Texts } from '../fields.js';
import { DueDate } from '../parts/index.js';
import { RECOMMENDATIONS } from './record-opinion.v1.js';

export class TransferTrackRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** The opinion of the first review 初审意见. */
  @OneOf(RECOMMENDATIONS) recommendation!: (typeof RECOMMENDATIONS)[number];
  @Texts({ atLeast: 1, atMost: 20, max: 1000 }) grounds!: string[];
}

export class TransferTrackReply {
  @InstantText() transferredAt!: string;
  /** The agency that decides from here on. */
  @Code() to!: string;
  @Text({ max: 200 }) toName!: string;
  /** Its own terms, which begin with the transfer. */
  @Nested(() => DueDate) statutory!: DueDate;
  @Optional() @Nested(() => DueDate) promised?: DueDate;
}

export const TransferTrackV1 = defineCommand({
  name: 'approval.transfer-track',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'decision-officer', 'agency-head'],
  request: TransferTrackRequest,
  reply: TransferTrackReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/transfer' },
  summary: {
    zh: '下级机关完成初审，将初审意见和全部材料直接报送上级机关',
    en: 'Ends the first review and reports its opinion and all materials to the agency that decides',
  },
});
