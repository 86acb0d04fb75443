import { Code, NestedList, OneOf, Text } from '../fields.js';
import { FileReference } from './file.js';

/** A file handed in for one material of the guide, proven by the gateway's receipt of the upload. */
export class SubmittedMaterial {
  @Code() material!: string;
  @Text({ max: 4000 }) fileReceipt!: string;
}

/** A material as it lies in the application. */
export class HeldMaterial {
  @Code() material!: string;
  @Text({ max: 300 }) name!: string;
  @NestedList(() => FileReference, { atMost: 20 }) files!: FileReference[];
}

/** One thing that is wrong with an application, as the correction notice lists it. */
export const MATERIAL_PROBLEMS = ['missing', 'wrong'] as const;

export class CorrectionRemark {
  @Code() material!: string;
  @OneOf(MATERIAL_PROBLEMS) problem!: (typeof MATERIAL_PROBLEMS)[number];
  /** What to hand in instead, in words that the applicant can act on. */
  @Text({ max: 1000 }) explanation!: string;
}

/** One answer of the form that is wrong, as the correction notice lists it. */
export class AnswerRemark {
  /** Key of the form. */
  @Text({ max: 80 }) field!: string;
  /** What to fill in instead, in words that the applicant can act on. */
  @Text({ max: 1000 }) explanation!: string;
}
