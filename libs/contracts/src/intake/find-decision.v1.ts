import { defineQuery } from '../contract.js';
import { InstantText, Nested, NestedList, Text, Texts } from '../fields.js';
import { WithheldPart } from '../parts/index.js';
import { PublishedDecision } from './list-decisions.v1.js';

/** That what is published of a decision was changed since, and what was withheld from then on. */
export class PublicationChange {
  @InstantText() changedAt!: string;
  @NestedList(() => WithheldPart, { atMost: 20 }) withheld!: WithheldPart[];
}

export class FindDecisionRequest {
  /** The official number or the reference. */
  @Text({ max: 120 }) number!: string;
}

export class FindDecisionReply {
  @Nested(() => PublishedDecision) decision!: PublishedDecision;
  @Texts({ atMost: 20, max: 300 }) legalBasis!: string[];
  @Texts({ atMost: 20, max: 1000 }) conditions!: string[];
  /** Oldest first; none: it is published as it was decided. */
  @NestedList(() => PublicationChange, { atMost: 100 }) changes!: PublicationChange[];
}

/** What is withheld as a state secret is not there, as if it had never been decided (政府信息公开条例 14). */
export const FindDecisionV1 = defineQuery({
  name: 'intake.find-decision',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindDecisionRequest,
  reply: FindDecisionReply,
  http: { method: 'GET', path: '/decisions/{number}' },
  summary: {
    zh: '查看一件公开的准予行政许可决定',
    en: 'Shows one published decision with its basis and conditions, for anybody to read',
  },
});
