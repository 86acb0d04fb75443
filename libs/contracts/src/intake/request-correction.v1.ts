import { defineCommand } from '../contract.js';
import { NestedList, Nested, Optional, Text, Uuid } from '../fields.js';
import { AnswerRemark, CorrectionRemark, DueDate } from '../parts/index.js';

export class RequestCorrectionRequest {
  @Uuid() applicationId!: string;
  /** Everything that has to be corrected: the notice can be given once (许可法 32(四)). */
  @NestedList(() => CorrectionRemark, { atMost: 100 }) remarks!: CorrectionRemark[];
  /** What was filled in wrongly; of both lists one says something. */
  @Optional() @NestedList(() => AnswerRemark, { atMost: 100 }) answers?: AnswerRemark[];
}

export class RequestCorrectionReply {
  @Text({ max: 60 }) noticeNumber!: string;
  @Nested(() => DueDate) correctBy!: DueDate;
}

export const RequestCorrectionV1 = defineCommand({
  name: 'intake.request-correction',
  version: 1,
  callers: ['gateway'],
  permitted: ['window-clerk'],
  request: RequestCorrectionRequest,
  reply: RequestCorrectionReply,
  http: { method: 'POST', path: '/applications/{applicationId}/correction-notice' },
  summary: { zh: '一次性告知补正', en: 'Gives the one complete correction notice' },
});
