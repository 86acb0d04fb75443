import type { Instant } from '@onewindow/kernel';

export type ProtectedPart = 'holder' | 'item' | 'legal-basis' | 'conditions';

/** What the applicant wants kept from the public, of the decision on one item or, without one, on every item. */
export interface ConfidentialityMark {
  readonly kind: 'trade-secret' | 'personal-privacy';
  readonly parts: readonly ProtectedPart[];
  readonly item?: string;
  readonly reason: string;
}

/** What the agency withholds: 商业秘密, 个人隐私 (政府信息公开条例 15), 国家秘密 (14). */
export interface DecisionProtection {
  readonly kind: 'trade-secret' | 'personal-privacy' | 'state-secret';
  /** None of a state secret, which is withheld whole. */
  readonly parts: readonly ProtectedPart[];
  readonly reason: string;
  /** The document that classified a state secret. */
  readonly classifiedBy?: string;
}

/** What it publishes although the applicant wants it kept (政府信息公开条例 15). */
export interface MarkedPartDisclosed {
  readonly parts: readonly ProtectedPart[];
  readonly ground: 'not-confidential' | 'consent' | 'public-interest';
  readonly reason: string;
}

/** What is published of a decision, and what is not. */
export interface PublicationAsked {
  readonly protection: readonly DecisionProtection[];
  readonly disclosed: readonly MarkedPartDisclosed[];
}

/** One ruling of the agency about the publication of its decision. */
export interface PublicationRuling extends PublicationAsked {
  readonly ruledAt: Instant;
  readonly ruledBy: string;
  /** Why it was changed; absent on the one that came with the decision. */
  readonly reason?: string;
}

/** The marks that are about the decision on an item. */
export const marksOn = (
  marks: readonly ConfidentialityMark[],
  item: string,
): readonly ConfidentialityMark[] =>
  marks.filter((mark) => mark.item === undefined || mark.item === item);
