import { defineEvent } from '../contract.js';
import { CaseNumber, Code, Text, Uuid } from '../fields.js';

export class PaperNumberedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  /** Reference of the decision, as the bureau numbered it. */
  @Text({ max: 60 }) decision!: string;
  /** Reference of the paper: the decision's own, or that of a paper that corrects clerical errors of it. */
  @Text({ max: 60 }) paper!: string;
  /** The official number 文号. */
  @Text({ max: 120 }) number!: string;
}

/** Only where it is not served yet: a service tells the number too. */
export const PaperNumberedV1 = defineEvent({
  name: 'intake.paper-numbered',
  version: 1,
  heardBy: ['approval'],
  payload: PaperNumberedPayload,
  summary: {
    zh: '决定书已取得文号',
    en: 'The paper of a decision has its official number',
  },
});
