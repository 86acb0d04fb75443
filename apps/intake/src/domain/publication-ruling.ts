import type { Instant } from '@onewindow/kernel';

export type ProtectedPart = 'holder' | 'item' | 'legal-basis' | 'conditions';

/** What an applicant wants kept from the public, and why (行政许可法 5, 政府信息公开条例 15). */
export interface ConfidentialityMark {
  readonly kind: 'trade-secret' | 'personal-privacy';
  /** Of the decision that is asked for. */
  readonly parts: readonly ProtectedPart[];
  /** Absent: of the decision on every item. */
  readonly item?: string;
  readonly reason: string;
}

/** What the agency withholds from the publication of its decision (政府信息公开条例 14, 15). */
export interface Protection {
  readonly kind: 'trade-secret' | 'personal-privacy' | 'state-secret';
  readonly parts: readonly ProtectedPart[];
  readonly reason: string;
  readonly classifiedBy?: string;
}

/** What was withheld from an instant on. */
export interface PublicationRuling {
  readonly ruledAt: Instant;
  readonly protection: readonly Protection[];
}

/** What the public may be told of it: of which kind it is, and which parts. */
export interface Withheld {
  readonly kind: 'trade-secret' | 'personal-privacy';
  readonly parts: readonly ProtectedPart[];
}
