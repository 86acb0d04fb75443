import { defineCommand } from '../contract.js';
import {
  CaseNumber,
  Code,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
} from '../fields.js';
import {
  AppealRoutes,
  AuthorityUsed,
  DecisionProtection,
  LicenceSummary,
  MarkedPartDisclosed,
  OUTCOMES,
} from '../parts/index.js';

export class DecideTrackRequest {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @OneOf(OUTCOMES) outcome!: (typeof OUTCOMES)[number];
  /** Required for a refusal (许可法 38). */
  @Texts({ atMost: 20, max: 1000 }) reasons!: string[];
  /** Provisions the decision rests on. */
  @Texts({ atLeast: 1, atMost: 20, max: 300 }) legalBasis!: string[];
  /** Under which the permit is granted 附条件准予. */
  @Optional() @Texts({ atMost: 20, max: 1000 }) conditions?: string[];
  /** Required after the promised term where nobody gave the reason yet (优化营商环境条例 36). */
  @Optional() @Text({ max: 1000 }) delayReason?: string;
  /** What is withheld from its publication, and why (许可法 5, 40; 政府信息公开条例 14, 15). */
  @Optional()
  @NestedList(() => DecisionProtection, { atMost: 20 })
  protection?: DecisionProtection[];
  /** What is published although the applicant asked for it to be kept; every mark is answered one way or the other. */
  @Optional()
  @NestedList(() => MarkedPartDisclosed, { atMost: 20 })
  disclosed?: MarkedPartDisclosed[];
}

export class DecideTrackReply {
  @Text({ max: 60 }) decisionNumber!: string;
  @InstantText() decidedAt!: string;
  @Optional() @Nested(() => LicenceSummary) licence?: LicenceSummary;
  /** With a refusal. */
  @Optional() @Nested(() => AppealRoutes) appeal?: AppealRoutes;
  /** Absent where the agency publishes no officers. */
  @Optional() @Nested(() => AuthorityUsed) under?: AuthorityUsed;
}

export const DecideTrackV1 = defineCommand({
  name: 'approval.decide-track',
  version: 1,
  callers: ['gateway'],
  permitted: ['decision-officer', 'agency-head'],
  request: DecideTrackRequest,
  reply: DecideTrackReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/tracks/{item}/decision' },
  summary: { zh: '作出许可决定', en: 'Decides a track in the name of its agency' },
});
