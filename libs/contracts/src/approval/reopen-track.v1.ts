import { defineCommand } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  InstantText,
  Nested,
  OneOf,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { DueDate, TERM_UNITS } from '../parts/index.js';

export const REOPENING_ORDERS = [
  'reconsideration', // 行政复议决定书 (行政复议法 64)
  'judgment', // 判决书 (行政诉讼法 70)
] as const;

/** The term that the order itself sets for the new decision. */
export class OrderedTerm {
  @OneOf(TERM_UNITS) unit!: (typeof TERM_UNITS)[number];
  @Whole({ min: 1, max: 365 }) days!: number;
}

export class ReopenTrackRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @OneOf(REOPENING_ORDERS) kind!: (typeof REOPENING_ORDERS)[number];
  /** The body whose order it is: the reconsideration body or the court. */
  @Text({ max: 200 }) body!: string;
  @Text({ max: 100 }) documentNumber!: string;
  @DateOnly() madeOn!: string;
  /** When it took effect: the service of a reconsideration decision, the finality of a judgment. The new term counts from here. */
  @DateOnly() effectiveOn!: string;
  /** Absent: the term of the item runs anew. */
  @Optional() @Nested(() => OrderedTerm) term?: OrderedTerm;
  /** Receipt of the uploaded document. */
  @Text({ max: 4000 }) documentReceipt!: string;
}

export class ReopenTrackReply {
  @InstantText() reopenedAt!: string;
  /** Number of the decision that no longer stands. */
  @Text({ max: 60 }) quashedDecision!: string;
  @Nested(() => DueDate) statutory!: DueDate;
  @Optional() @Nested(() => DueDate) promised?: DueDate;
}

export const ReopenTrackV1 = defineCommand({
  name: 'approval.reopen-track',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head', 'decision-officer'],
  request: ReopenTrackRequest,
  reply: ReopenTrackReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/reopening' },
  summary: {
    zh: '决定被复议或者判决撤销并责令重新作出：重新办理，期限重新起算',
    en: 'A decision was quashed and ordered to be made anew: the track is open again and its term begins anew',
  },
});
