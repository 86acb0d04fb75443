import type { Instant, LegalDate } from '@onewindow/kernel';

export type PaperKind =
  | 'correction-notice'
  | 'acceptance-receipt'
  | 'non-acceptance-notice'
  | 'special-procedure-notice'
  | 'term-extension-notice'
  | 'decision'
  | 'licence';

export type ServiceMethod =
  'electronic' | 'window' | 'post' | 'left' | 'entrusted' | 'announcement';

/** What shows that a paper was served, each way with its own. */
export interface ServiceEvidence {
  /** Left behind 留置送达. */
  readonly witnesses?: string[];
  /** Where the photos or the recording of the leaving are kept. */
  readonly recording?: string;
  /** The postal receipt 回执. */
  readonly receiptNumber?: string;
  /** Who was entrusted with it, or passed it on 委托、转交. */
  readonly through?: string;
  /** The announcement 公告送达, and why no other way was possible. */
  readonly noticedOn?: LegalDate;
  readonly noticedIn?: string;
  readonly otherWaysFailed?: string;
}

/** How and when a paper reached the applicant 送达回证. */
export interface ServiceRecord extends ServiceEvidence {
  readonly method: ServiceMethod;
  /** When it counts as served; of a day that was recorded later, its beginning. */
  readonly servedAt: Instant;
  readonly receivedBy: string;
  /** Absent: it was recorded when it counted as served. */
  readonly recordedAt?: Instant;
  /** Earlier records that were wrong, oldest first. */
  readonly replaced?: ReplacedService[];
}

export interface ReplacedService {
  readonly method: ServiceMethod;
  readonly servedAt: Instant;
  readonly receivedBy: string;
  readonly replacedAt: Instant;
  readonly reason: string;
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
