import { defineQuery } from '../contract.js';
import { InstantText, Nested, OneOf, Optional, Text } from '../fields.js';
import { FileReference } from '../parts/index.js';
import { ServiceRecord } from './find-application.v1.js';

export const PAPER_PARTS = ['paper', 'service-record'] as const;

/** The seal 电子印章 over the bytes of a paper, detached: whoever has the PDF and the public key can check it alone. */
export class SealOnPaper {
  @Text({ max: 40 }) algorithm!: string;
  @Text({ max: 200 }) keyId!: string;
  /** Base64url. */
  @Text({ max: 1000 }) signature!: string;
  @InstantText() sealedAt!: string;
  /** What was signed, as it was signed, in UTF-8. */
  @Text({ max: 1000 }) signedText!: string;
  /** The public key as JWK. */
  @Optional() @Text({ max: 2000 }) publicKey?: string;
}

export class FindPaperRequest {
  /** The number on the paper, or the one that the application knows it by. */
  @Text({ max: 120 }) number!: string;
  /** The code that is printed on the paper, or the query code of the application; not needed by whom it concerns and who is signed in. */
  @Optional() @Text({ max: 60 }) code?: string;
  /** The paper itself, or the record of its service 送达回证; absent: the paper. */
  @Optional() @OneOf(PAPER_PARTS) part?: (typeof PAPER_PARTS)[number];
}

export class FindPaperReply {
  /** The official number 文号: within agency, kind and year without a gap. */
  @Text({ max: 120 }) number!: string;
  /** What the application knows the paper by. */
  @Text({ max: 60 }) reference!: string;
  @Text({ max: 300 }) title!: string;
  @Text({ max: 200 }) issuedBy!: string;
  @InstantText() issuedAt!: string;
  @Nested(() => FileReference) file!: FileReference;
  @Optional() @Nested(() => SealOnPaper) seal?: SealOnPaper;
  @Optional() @Nested(() => ServiceRecord) service?: ServiceRecord;
}

/** Asked by the gateway before it gives the bytes out. A wrong number and a wrong code are one refusal. */
export const FindPaperV1 = defineQuery({
  name: 'intake.find-paper',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindPaperRequest,
  reply: FindPaperReply,
  summary: {
    zh: '查找文书（PDF 文件、印章和送达记录）',
    en: 'Finds an official paper: its file, its seal and the record of its service',
  },
});
