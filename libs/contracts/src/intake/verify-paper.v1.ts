import { defineQuery } from '../contract.js';
import { InstantText, Nested, OneOf, Optional, Sha256, Text } from '../fields.js';
import { SealOnPaper } from './find-paper.v1.js';

export const PAPER_STANDINGS = ['genuine', 'replaced', 'withdrawn'] as const;

export class VerifyPaperRequest {
  @Text({ max: 120 }) number!: string;
  /** The code that is printed on the paper; without it nothing is shown. */
  @Text({ max: 60 }) code!: string;
}

/** What the public may know of a paper whose code they hold. */
export class VerifyPaperReply {
  @Text({ max: 120 }) number!: string;
  @Text({ max: 60 }) reference!: string;
  @Text({ max: 300 }) title!: string;
  @Text({ max: 200 }) issuedBy!: string;
  @InstantText() issuedAt!: string;
  /** It stands; a corrected one took its place; the decision behind it was quashed. */
  @OneOf(PAPER_STANDINGS) standing!: (typeof PAPER_STANDINGS)[number];
  /** Number of the corrected paper. */
  @Optional() @Text({ max: 120 }) replacedBy?: string;
  /** Of the paper that this one corrects. */
  @Optional() @Text({ max: 120 }) corrects?: string;
  /** SHA-256 of the PDF: other bytes are not this paper. */
  @Sha256() digest!: string;
  @Optional() @Nested(() => SealOnPaper) seal?: SealOnPaper;
}

export const VerifyPaperV1 = defineQuery({
  name: 'intake.verify-paper',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: VerifyPaperRequest,
  reply: VerifyPaperReply,
  http: { method: 'GET', path: '/paper-verifications/{number}' },
  summary: {
    zh: '公开核验文书',
    en: 'Lets anybody verify an official paper by its number and printed code',
  },
});
