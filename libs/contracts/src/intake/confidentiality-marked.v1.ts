import { defineEvent } from '../contract.js';
import { CaseNumber, InstantText, NestedList, Uuid } from '../fields.js';
import { ConfidentialityMark } from '../parts/index.js';

export class ConfidentialityMarkedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @InstantText() markedAt!: string;
  /** In the place of all that was marked before. */
  @NestedList(() => ConfidentialityMark, { atMost: 20 }) marks!: ConfidentialityMark[];
}

export const ConfidentialityMarkedV1 = defineEvent({
  name: 'intake.confidentiality-marked',
  version: 1,
  heardBy: ['approval'],
  payload: ConfidentialityMarkedPayload,
  summary: {
    zh: '申请人声明了不宜公开的内容',
    en: 'The applicant said anew what is confidential; whoever decides has to answer it',
  },
});
