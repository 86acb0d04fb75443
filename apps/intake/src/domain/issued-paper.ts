import type { Instant } from '@onewindow/kernel';

export type PaperKind =
  | 'correction-notice'
  | 'acceptance-receipt'
  | 'non-acceptance-notice'
  | 'special-procedure-notice'
  | 'term-extension-notice'
  | 'decision'
  | 'licence';

export type ServiceMethod = 'electronic' | 'window' | 'post';

/** How and when a paper reached the applicant 送达回证. */
export interface ServiceRecord {
  readonly method: ServiceMethod;
  readonly servedAt: Instant;
  readonly receivedBy: string;
}

export interface IssuedPaper {
  readonly number: string;
  /** The official number 文号, of decisions, once the register has drawn it. */
  readonly officialNumber?: string;
  readonly kind: PaperKind;
  readonly title: string;
  readonly issuedBy: string;
  readonly issuedAt: Instant;
  readonly item?: string;
  /** The paper that this one takes the place of, because of clerical errors. */
  readonly corrects?: string;
  readonly service?: ServiceRecord;
}
