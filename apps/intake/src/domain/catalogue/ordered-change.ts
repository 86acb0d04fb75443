import type { LegalDate } from '@onewindow/kernel';

export type PowerChangeKind = 'transfer' | 'delegate' | 'undertake' | 'cancel';

/** A change of power that was ordered, with who decided until then. */
export interface OrderedChange {
  readonly kind: PowerChangeKind;
  readonly effectiveOn: LegalDate;
  readonly basis: string;
  readonly from: string;
  readonly to?: string;
}
