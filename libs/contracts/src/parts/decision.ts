import { Code, DateOnly, InstantText, Nested, OneOf, Optional, Text, Texts } from '../fields.js';

export const OUTCOMES = ['granted', 'refused'] as const;

/** Both appeal routes with body and term (许可法 38). */
export class AppealRoutes {
  @Text({ max: 200 }) reconsiderationBody!: string;
  /** 行政复议法 20: sixty days. */
  @Text({ max: 100 }) reconsiderationTerm!: string;
  @Text({ max: 200 }) court!: string;
  /** 行政诉讼法 46: six months. */
  @Text({ max: 100 }) litigationTerm!: string;
}

/** A licence 证照 as the public may see it. */
export class LicenceSummary {
  @Text({ max: 60 }) number!: string;
  @Text({ max: 200 }) name!: string;
  @DateOnly() validFrom!: string;
  @Optional() @DateOnly() validUntil?: string;
  /** Unguessable code of the verification link printed on the licence. */
  @Text({ max: 60 }) verificationCode!: string;
  /** What has to be done before work begins or the place opens, with its provision. */
  @Optional() @Texts({ atMost: 100, max: 800 }) beforeStart?: string[];
}

/** Under which authority an officer decided: by the post, as a chief representative 首席代表, or by delegation 委托. */
export class AuthorityUsed {
  @OneOf(['post', 'chief-representative', 'delegation'])
  kind!: 'post' | 'chief-representative' | 'delegation';
  @Optional() @Text({ max: 60 }) documentNumber?: string;
  @Optional() @Text({ max: 100 }) by?: string;
  @Optional() @Text({ max: 100 }) byName?: string;
  /** The last day of it. */
  @Optional() @DateOnly() until?: string;
}

/** A decision 决定 on one track. */
export class DecisionSummary {
  @Text({ max: 60 }) number!: string;
  @OneOf(OUTCOMES) outcome!: (typeof OUTCOMES)[number];
  @InstantText() decidedAt!: string;
  @Code() agency!: string;
  @Text({ max: 200 }) agencyName!: string;
  @Texts({ atMost: 20, max: 1000 }) reasons!: string[];
  /** The provisions that it rests on. */
  @Optional() @Texts({ atMost: 20, max: 300 }) legalBasis?: string[];
  /** Under which it was granted 附条件准予. */
  @Optional() @Texts({ atMost: 20, max: 1000 }) conditions?: string[];
  /** Absent where the agency publishes no officers. */
  @Optional() @Nested(() => AuthorityUsed) under?: AuthorityUsed;
  /** The official number 文号 of its paper; absent until the window has told. */
  @Optional() @Text({ max: 120 }) officialNumber?: string;
  /** When its paper was served on the applicant; absent until the window has told. */
  @Optional() @InstantText() servedAt?: string;
}
