import { defineCommand } from '../contract.js';
import { InstantText, NestedList, OneOf, Text } from '../fields.js';

export const CORRECTABLE_FIELDS = [
  'applicant-name',
  'premises-name',
  'premises-address',
  'item-name',
  'wording',
] as const;

/** One clerical error, in the paper's own words and as it should be. */
export class ChangeOfPaper {
  @OneOf(CORRECTABLE_FIELDS) field!: (typeof CORRECTABLE_FIELDS)[number];
  @Text({ max: 1000 }) before!: string;
  @Text({ max: 1000 }) after!: string;
}

export class CorrectPaperRequest {
  /** The number on the paper, or the one that the application knows it by. */
  @Text({ max: 120 }) number!: string;
  @Text({ max: 500 }) reason!: string;
  @NestedList(() => ChangeOfPaper, { atLeast: 1, atMost: 20 }) changes!: ChangeOfPaper[];
}

export class CorrectPaperReply {
  /** What the application knows the corrected paper by. */
  @Text({ max: 60 }) reference!: string;
  /** The paper that it takes the place of, which stays on file. */
  @Text({ max: 60 }) corrects!: string;
  @InstantText() issuedAt!: string;
}

export const CorrectPaperV1 = defineCommand({
  name: 'intake.correct-paper',
  version: 1,
  callers: ['gateway'],
  permitted: ['decision-officer', 'window-clerk'],
  request: CorrectPaperRequest,
  reply: CorrectPaperReply,
  http: { method: 'POST', path: '/papers/{number}/correction' },
  summary: {
    zh: '更正文书的文字差错',
    en: 'Corrects clerical errors of a paper; the original stays on file',
  },
});
