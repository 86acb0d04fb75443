import { defineEvent } from '../contract.js';
import { CaseNumber, InstantText, Uuid } from '../fields.js';

export class ResultsDispatchedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @InstantText() dispatchedAt!: string;
}

export const ResultsDispatchedV1 = defineEvent({
  name: 'intake.results-dispatched',
  version: 1,
  heardBy: ['approval'],
  payload: ResultsDispatchedPayload,
  summary: {
    zh: '结果已统一出件',
    en: 'All results of a case were handed out; the case can be closed',
  },
});
