import { Code, InstantText, NestedList, OneOf, Optional, SomeOf, Text } from '../fields.js';

/** What an applicant may ask to have kept from the public (政府信息公开条例 15). */
export const CONFIDENTIAL_KINDS = ['trade-secret', 'personal-privacy'] as const;

/** Why a part of a decision is not published: 商业秘密, 个人隐私 (政府信息公开条例 15), 国家秘密 (14). */
export const PROTECTION_KINDS = [...CONFIDENTIAL_KINDS, 'state-secret'] as const;

/** The parts of a published decision that can be withheld one by one; with its item goes what would tell it, the legal basis. */
export const PROTECTED_PARTS = ['holder', 'item', 'legal-basis', 'conditions'] as const;

type ProtectedPart = (typeof PROTECTED_PARTS)[number];

/** Why what the applicant wants kept is published all the same (政府信息公开条例 15). */
export const DISCLOSURE_GROUNDS = ['not-confidential', 'consent', 'public-interest'] as const;

/** What the applicant says is confidential, and why. */
export class ConfidentialityMark {
  @OneOf(CONFIDENTIAL_KINDS) kind!: (typeof CONFIDENTIAL_KINDS)[number];
  /** Of the decision that is asked for. */
  @SomeOf(PROTECTED_PARTS) parts!: ProtectedPart[];
  /** Absent: of the decision on every item. */
  @Optional() @Code() item?: string;
  @Text({ max: 1000 }) reason!: string;
}

/** What the agency withholds from publication, and why; for officers, never for the public. */
export class DecisionProtection {
  @OneOf(PROTECTION_KINDS) kind!: (typeof PROTECTION_KINDS)[number];
  /** None of a state secret, which is withheld whole. */
  @SomeOf(PROTECTED_PARTS, { atLeast: 0 }) parts!: ProtectedPart[];
  @Text({ max: 1000 }) reason!: string;
  /** Of a state secret: the document that classified it. */
  @Optional() @Text({ max: 100 }) classifiedBy?: string;
}

/** What the agency publishes although the applicant asked for it to be kept, and why. */
export class MarkedPartDisclosed {
  @SomeOf(PROTECTED_PARTS) parts!: ProtectedPart[];
  @OneOf(DISCLOSURE_GROUNDS) ground!: (typeof DISCLOSURE_GROUNDS)[number];
  @Text({ max: 1000 }) reason!: string;
}

/** One decision of the agency about the publication of its decision, for its officers. */
export class PublicationRuling {
  @InstantText() ruledAt!: string;
  @Text({ max: 100 }) ruledBy!: string;
  /** Absent: it was ruled with the decision itself. */
  @Optional() @Text({ max: 1000 }) reason?: string;
  @NestedList(() => DecisionProtection, { atMost: 20 }) protection!: DecisionProtection[];
  @NestedList(() => MarkedPartDisclosed, { atMost: 20 }) disclosed!: MarkedPartDisclosed[];
}

/** What of the applicant's decision the public does not read, of state secrets none of the parts. */
export class WithheldFromPublic {
  @OneOf(PROTECTION_KINDS) kind!: (typeof PROTECTION_KINDS)[number];
  @SomeOf(PROTECTED_PARTS, { atLeast: 0 }) parts!: ProtectedPart[];
}

/** What the applicant is told of a ruling: what stays from the public, and why what was marked is published (政府信息公开条例 32). */
export class PublicationTold {
  @InstantText() ruledAt!: string;
  @NestedList(() => WithheldFromPublic, { atMost: 20 }) withheld!: WithheldFromPublic[];
  @NestedList(() => MarkedPartDisclosed, { atMost: 20 }) disclosed!: MarkedPartDisclosed[];
}

/** What the public reads in the place of what is withheld: what kind of thing, and nothing of its reasons. */
export class WithheldPart {
  @OneOf(CONFIDENTIAL_KINDS) kind!: (typeof CONFIDENTIAL_KINDS)[number];
  @SomeOf(PROTECTED_PARTS) parts!: ProtectedPart[];
}
