import { defineEvent } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  InstantText,
  OneOf,
  Optional,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { SERVICE_METHODS } from './serve-paper.v1.js';

export class PaperServedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** Reference of the decision, as the bureau numbered it. */
  @Text({ max: 60 }) decision!: string;
  /** Reference of the paper that was served: the decision's own, or that of a paper that corrects clerical errors of it. */
  @Text({ max: 60 }) paper!: string;
  /** Its official number 文号. */
  @Optional() @Text({ max: 120 }) number?: string;
  /** When it counts as served, whenever that was recorded. */
  @InstantText() servedAt!: string;
  /** The day of that, from which terms are counted; of an older event it follows from the instant. */
  @Optional() @DateOnly() servedOn?: string;
  /** How often the record of this service was corrected: of one paper the highest counts. Absent: never. */
  @Optional() @Whole({ min: 0 }) revision?: number;
  @OneOf(SERVICE_METHODS) how!: (typeof SERVICE_METHODS)[number];
}

/** Terms of appeal run from it (许可法 38); of other papers than decisions nobody has to know. */
export const PaperServedV1 = defineEvent({
  name: 'intake.paper-served',
  version: 1,
  heardBy: ['approval'],
  payload: PaperServedPayload,
  summary: {
    zh: '决定书已送达',
    en: 'The paper of a decision was served on the applicant; the terms of appeal run from it',
  },
});
