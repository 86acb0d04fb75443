import { defineEvent } from '../contract.js';
import { CaseNumber, InstantText, NestedList, Optional, Text, Uuid, Whole } from '../fields.js';

/** A licence among the results, and its service once that is known. */
export class LicenceDispatched {
  @Text({ max: 60 }) licence!: string;
  /** When it counts as served; absent: it is on its way. */
  @Optional() @InstantText() servedAt?: string;
  /** Grows with everything that is recorded of its service; what is told with the highest counts. */
  @Optional() @Whole({ min: 0 }) revision?: number;
}

export class ResultsDispatchedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @InstantText() dispatchedAt!: string;
  /** Absent: every licence was served with the dispatch. */
  @Optional() @NestedList(() => LicenceDispatched, { atMost: 30 }) licences?: LicenceDispatched[];
}

/** Told again when the service of a licence becomes known after the dispatch, or its record was wrong. */

export const ResultsDispatchedV1 = defineEvent({
  name: 'intake.results-dispatched',
  version: 1,
  heardBy: ['approval'],
  payload: ResultsDispatchedPayload,
  summary: {
    zh: '结果已统一出件',
    en: 'All results of a case were handed out; the case can be closed, and it is known when its licences were served',
  },
});
